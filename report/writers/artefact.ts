/** A file a report becomes. By itself, so that the library's types stay clear of how documents are drawn. */
export interface Artefact {
  readonly name: string; // without folder
  readonly bytes: Uint8Array;
}
