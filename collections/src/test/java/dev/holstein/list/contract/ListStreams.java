package dev.holstein.list.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Writes objects to bytes, faithfully or with some of them exchanged, and reads them back. */
final class ListStreams {
    private ListStreams() {}

    static byte[] written(Object object) throws IOException {
        return tampered(object, part -> part);
    }

    /** The bytes of an object in which some parts are exchanged for others: elements, constants. */
    static byte[] tampered(Object object, UnaryOperator<Object> exchange) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new Exchanging(bytes, exchange)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static final class Exchanging extends ObjectOutputStream {
        private final UnaryOperator<Object> exchange;

        Exchanging(OutputStream out, UnaryOperator<Object> exchange) throws IOException {
            super(out);
            this.exchange = exchange;
            boolean unused = enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object part) {
            return exchange.apply(part);
        }
    }

    static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    @SuppressWarnings("unchecked") // what comes back is of the class that went
    static <T> T copy(T object) throws IOException, ClassNotFoundException {
        return (T) read(written(object));
    }

    /** The bytes with one part, that occurs exactly once, exchanged for another of any length. */
    static byte[] exchanged(byte[] bytes, byte[] part, byte[] other) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String before = new String(part, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(before);
        if (at < 0 || text.indexOf(before, at + 1) >= 0) {
            throw new IllegalArgumentException("the part does not occur exactly once");
        }
        return (text.substring(0, at)
                        + new String(other, StandardCharsets.ISO_8859_1)
                        + text.substring(at + before.length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A string as a stream has it, after its length. */
    static byte[] text(String string) {
        byte[] ascii = string.getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[ascii.length + 2];
        text[0] = (byte) (ascii.length >> 8);
        text[1] = (byte) ascii.length;
        System.arraycopy(ascii, 0, text, 2, ascii.length);
        return text;
    }

    /** A number as a stream has it among objects: as a block of four bytes. */
    static byte[] block(int number) {
        return new byte[] {0x77, 4, (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }
}
