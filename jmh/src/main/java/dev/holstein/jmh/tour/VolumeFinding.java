package dev.holstein.jmh.tour;

/**
 * Something wrong with a volume.
 *
 * @param defect what
 * @param where when it was found, at which block or with which numbers
 */
record VolumeFinding(VolumeDefect defect, String where) {
    String inWords() {
        return defect.words + ": " + where;
    }
}
