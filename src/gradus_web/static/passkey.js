// The button that asks the device for a passkey, and calm words when it says no.
// What speaks to the device is allauth's, in mfa/js.

{
  const form = document.querySelector("form[data-passkey]");
  const said = document.querySelector("#passkey-said");
  const button = document.querySelector("#passkey");
  if (window.webauthnJSON?.supported()) {
    const ids = { credential: "id_credential", data: "passkey-data", signup: "passkey", login: "passkey", authenticate: "passkey" };
    window.allauth.webauthn.forms[form.dataset.passkey]({ ids });
  } else {
    button.disabled = true;
    said.textContent = "This browser knows no passkeys.";
  }
  button.addEventListener("click", () => { said.textContent = ""; });
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const kept = event.detail.exception.name === "InvalidStateError";
    said.textContent = kept
      ? "This device keeps a passkey for you already."
      : "No passkey was used, and nothing was changed. You can try again, or go another way.";
  });
}
