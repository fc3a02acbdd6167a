/**
 * What each segment really faces of each product: list prices net of cache hits, negotiated discounts
 * and off-peak hours, with tax, and quality as far as it fits the segment. Recomputed every tick; users of an
 * offer that changed are recounted.
 */
export interface Offers {
  readonly input: Float64Array; // segment x product, realised price [money/Mtok; money/week for an app]
  readonly output: Float64Array; // [money/Mtok]
  readonly lnQuality: Float64Array; // segment x product, ln g + ln fit
  readonly quality: Float64Array; // segment x product, g fit
  readonly fit: Float64Array; // segment x product, how far the product meets the segment's needs (0-1]
}
