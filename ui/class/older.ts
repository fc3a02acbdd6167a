// What a phone of 2020 lacks of what our code asks for. The language is brought down when the pages are built; these
// are the methods. Imported before all else.
import "core-js/actual/array/at";
import "core-js/actual/array/find-last";
import "core-js/actual/array/find-last-index";
import "core-js/actual/array/to-reversed";
import "core-js/actual/array/to-sorted";
import "core-js/actual/array/with";
import "core-js/actual/object/has-own";
import "core-js/actual/string/at";
import "core-js/actual/string/replace-all";
