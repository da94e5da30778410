package dev.holstein.jmh.op;

import org.openjdk.jmh.annotations.Param;

/** {@link Get} after maps of all other kinds of keys have gone through the same code of the same subject ({@link Pollution}). */
public class GetPolluted extends Get {
    /** Rounds of these maps: by default more than enough to have all of the code compiled. 0 is {@link Get}. */
    @Param("20")
    public int pollution;

    @Override
    void pollute() {
        Pollution.run(subject, keys, pollution);
    }
}
