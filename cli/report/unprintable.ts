import { FolderError } from "../folder/files.ts";

/** A format that this machine cannot make, with what would help: exit code 2, in the user's language. */
export class Unprintable extends FolderError {}
