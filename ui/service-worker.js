// Keeps the app for when there is no network. The build fills in its name and its files; paths are relative, so that it
// works from any folder of any host.
const CACHE = `pricewar-${"BUILD"}`;
const FILES = ["FILES"];
const PAGE = "./";

addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => skipWaiting()));
});

/** A file that fails to come (a full disk) leaves the others: what is missing is fetched when it is wanted. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.add(new Request(PAGE, { cache: "reload" }));
  await Promise.allSettled(FILES.map((file) => cache.add(file)));
}

addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => clients.claim()));
});

async function dropOld() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith("pricewar-") && name !== CACHE).map((name) => caches.delete(name)),
  );
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

/** The page: the host's own when it can be reached, so that a new version is seen at once; else the one kept. */
async function page(request) {
  try {
    const fresh = await fetch(request);
    if (fresh.ok) return fresh;
  } catch {
    // offline: below
  }
  return (await caches.match(PAGE)) ?? Response.error();
}

/** A built file carries its hash in its name: one that is kept is the right one. */
async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && new URL(request.url).pathname.includes("/duckdb/")) await keep(request, fresh.clone());
  return fresh;
}

/** Large, and not for everybody: what opens the SQL panel once has it offline too. */
async function keep(request, response) {
  const cache = await caches.open(CACHE);
  await cache.put(request, response).catch(() => {}); // a full disk: it is fetched again
}
