// Answers when there is no network: with the page that needs none, its files, and pictures of exercises. It
// keeps no page that tells of a person; what does is on the phone under a key, and the page itself reads it.

const SHELL = "/offline";
const PICTURES = "gradus-pictures";

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(`gradus-${VERSION}`).then((cache) => cache.addAll([SHELL, ...FILES])));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("gradus-") && name !== `gradus-${VERSION}` && name !== PICTURES;
  const gone = async () => Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
  event.waitUntil(gone().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => alone(request)));
  else if (pathname.startsWith("/static/") || pathname.startsWith("/learn/pictures/")) event.respondWith(kept(request));
});

// A push brings no words: these are the same for everybody, and say nothing of why.
addEventListener("push", (event) => {
  event.waitUntil(registration.showNotification("The reminder you asked for", { tag: "reminder" }));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(opened());
});

async function opened() {
  const [page] = await clients.matchAll({ type: "window" });
  return page ? page.focus() : clients.openWindow("/today");
}

// A page without a network; a form that was sent leads there.
async function alone(request) {
  if (new URL(request.url).pathname !== SHELL) return Response.redirect(SHELL, 303);
  return (await caches.match(SHELL)) ?? Response.error();
}

async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}
