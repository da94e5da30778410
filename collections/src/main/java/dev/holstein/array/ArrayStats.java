package dev.holstein.array;

/**
 * What an array holds, and what its handle has done since it was made.
 *
 * @param pages pages with memory; the rest of the array was never written
 * @param ownPages those that no other handle refers to: closing this one frees them
 * @param sharedPages those that another handle refers to as well
 * @param copiedPages pages that got memory of their own because they were shared when they were written, with a
 *     handle or with an array that was wrapped: copied, or replaced
 *     where the write covered all of the page
 * @param copiedBytes their size in bytes
 * @param inPlaceWrites writes to pages that were neither copied nor new; a bulk write counts once a page,
 *     {@code copyFrom} once a stretch within one page of both arrays
 */
public record ArrayStats(
        long pages, long ownPages, long sharedPages, long copiedPages, long copiedBytes, long inPlaceWrites) {}
