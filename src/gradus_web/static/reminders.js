// The box for this device: ticked where the site reminds this browser. Keeping asks the browser for an endpoint, or
// takes it back.

const form = document.querySelector("#ways");
const row = document.querySelector("#device");
const said = document.querySelector("#device-said");
const known = JSON.parse(document.querySelector("#devices").textContent);
const { device, endpoint } = form.elements;

async function kept() {
  const worker = await navigator.serviceWorker.ready;
  const found = await worker.pushManager.getSubscription();
  if (!found || known.includes(found.endpoint)) return { worker, found };
  await found.unsubscribe(); // made under another key, or ended elsewhere
  return { worker, found: null };
}

async function choose() {
  if (device.checked && await Notification.requestPermission() !== "granted") throw new Error("refused");
  const { worker, found } = await kept();
  const options = { userVisibleOnly: true, applicationServerKey: form.dataset.key };
  const now = device.checked ? found ?? await worker.pushManager.subscribe(options) : found;
  endpoint.value = now?.endpoint ?? "";
  if (!device.checked) await found?.unsubscribe();
}

if (navigator.serviceWorker && "PushManager" in window) {
  device.checked = (await kept()).found !== null;
  row.hidden = false;
  said.textContent = "";
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.value !== "keep") return;
    event.preventDefault();
    try {
      await choose();
      form.submit();
    } catch {
      device.checked = false;
      said.textContent = said.dataset.refused;
    }
  });
}
