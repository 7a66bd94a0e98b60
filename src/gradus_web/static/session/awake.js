// The screen stays on while the session is open.

async function stayOn() {
  try { await navigator.wakeLock?.request("screen"); } catch { /* not allowed now; asked again when visible */ }
}
document.addEventListener("visibilitychange", () => { if (!document.hidden) stayOn(); });
stayOn();
