/** Comlink behind one file: calls to a worker as if it were an object. https://github.com/GoogleChromeLabs/comlink */
export { expose, proxy, type ProxyMethods, releaseProxy, type Remote, transfer, wrap } from "comlink";
