package dev.holstein.jmh.footprint;

import org.openjdk.jol.info.GraphStats;
import org.openjdk.jol.vm.VM;

/** Weighs what objects alone hold, in bytes, by the layout of the JVM that runs this. */
final class Scales {
    static {
        // JOL reads these when it is first used. Its second JVM, which looks at this one, is slow, and here it has
        // nothing to add.
        System.setProperty("jol.skipHotspotSAAttach", "true");
        // Fields of records and of lambdas have no offset that Java tells.
        System.setProperty("jol.magicFieldOffset", "true");
    }

    private final Object[] outside;
    private final long outsideBytes;

    /**
     * Sets the scales to zero.
     *
     * @param outside what does not count, nor does whatever can be reached from it
     */
    Scales(Object... outside) {
        this.outside = outside.clone();
        outsideBytes = GraphStats.parseInstance(outside).totalSize();
    }

    /** The bytes of all objects that can be reached from this one, itself included, and not from outside. */
    long weigh(Object held) {
        return with(held).outsideBytes - outsideBytes;
    }

    /** Scales for which this object does not count either. */
    Scales with(Object held) {
        Object[] more = new Object[outside.length + 1];
        more[0] = held;
        System.arraycopy(outside, 0, more, 1, outside.length);
        return new Scales(more);
    }

    /** The bytes of one object, without what it refers to. */
    static long shallow(Object object) {
        return VM.current().sizeOf(object);
    }
}
