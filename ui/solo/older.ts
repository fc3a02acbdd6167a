// A lesson or game that runs on the phone itself asks for more: lists of plain numbers, and copies of a market.
import "../class/older.ts";
import "core-js/actual/structured-clone";
import "core-js/actual/typed-array/at";
import "core-js/actual/typed-array/find-last";
import "core-js/actual/typed-array/find-last-index";
import "core-js/actual/typed-array/to-reversed";
import "core-js/actual/typed-array/to-sorted";
import "core-js/actual/typed-array/with";
