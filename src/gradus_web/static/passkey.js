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
    said.textContent = said.dataset.unknown;
  }
  button.addEventListener("click", () => { said.textContent = ""; });
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const { had, unused } = said.dataset;
    said.textContent = event.detail.exception.name === "InvalidStateError" ? had : unused;
  });
}
