package dev.holstein.array.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holstein.array.ArrayOptions;
import dev.holstein.array.ArrayProbe;
import dev.holstein.array.CowByteArray;
import dev.holstein.array.PagePool;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams and channels over arrays of bytes, used as the JDK uses them. */
class ByteStreamsTest {
    private static final ArrayOptions OPTIONS = ArrayOptions.defaults().withPageSize(8);

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    // ---- reading

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 100, 20_000})
    void anInputStreamGivesAllBytes(int length) throws IOException {
        byte[] bytes = bytes(length);
        for (ArrayOptions options : new ArrayOptions[] {OPTIONS, OPTIONS.withPool(PagePool.direct(0))}) {
            try (CowByteArray array = CowByteArray.copyOf(bytes, options)) {
                assertThat(array.inputStream().readAllBytes()).isEqualTo(bytes);
                assertThat(array.inputStream().readNBytes(5)).isEqualTo(Arrays.copyOf(bytes, Math.min(5, length)));
                assertThat(array.inputStream().available()).isEqualTo(length);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                assertThat(array.inputStream().transferTo(out)).isEqualTo(length);
                assertThat(out.toByteArray()).isEqualTo(bytes);
                InputStream single = array.inputStream();
                for (byte b : bytes) {
                    assertThat(single.read()).isEqualTo(b & 0xff);
                }
                assertThat(single.read()).isEqualTo(-1);
                assertThat(single.read(new byte[3])).isEqualTo(-1);
                assertThat(single.read(new byte[0])).isZero();
                assertThat(single.transferTo(out)).isZero();
                assertThat(single.available()).isZero();
            }
        }
    }

    @Test
    void aReadThatAsksForMoreGetsWhatIsLeft() throws IOException {
        byte[] bytes = bytes(20);
        try (CowByteArray array = CowByteArray.copyOf(bytes, OPTIONS);
                InputStream in = array.view(3, 17, ByteOrder.BIG_ENDIAN).inputStream()) {
            byte[] target = new byte[30];
            assertThat(in.read(target, 4, 10)).isEqualTo(10);
            assertThat(in.read(target, 14, 10)).isEqualTo(4);
            assertThat(in.read(target, 14, 10)).isEqualTo(-1);
            byte[] expected = new byte[30];
            System.arraycopy(bytes, 3, expected, 4, 14);
            assertThat(target).isEqualTo(expected);
        }
    }

    @Test
    void skipMarkAndReset() throws IOException {
        byte[] bytes = bytes(50);
        try (CowByteArray array = CowByteArray.copyOf(bytes, OPTIONS)) {
            InputStream in = array.view(10, 40, ByteOrder.BIG_ENDIAN).inputStream();
            assertThat(in.markSupported()).isTrue();
            assertThat(in.skip(-3)).isZero();
            assertThat(in.skip(4)).isEqualTo(4);
            assertThat(in.read()).isEqualTo(bytes[14] & 0xff);
            in.reset();
            assertThat(in.read()).isEqualTo(bytes[10] & 0xff);
            in.mark(1);
            assertThat(in.skip(100)).isEqualTo(29);
            assertThat(in.read()).isEqualTo(-1);
            in.reset();
            assertThat(in.read()).isEqualTo(bytes[11] & 0xff);
            in.skipNBytes(28);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> in.skipNBytes(1));
        }
    }

    @Test
    void aStreamReadsWhatIsThereWhenItComesToIt() throws IOException {
        try (CowByteArray array = CowByteArray.ofLength(20, OPTIONS);
                CowByteArray before = array.snapshot()) {
            InputStream in = array.inputStream();
            InputStream old = before.inputStream();
            in.read();
            array.set(15, (byte) 7);
            assertThat(in.readAllBytes()[14]).isEqualTo((byte) 7);
            assertThat(old.readAllBytes()).isEqualTo(new byte[20]);
            in.close();
            assertThat(array.isClosed()).isFalse();
        }
    }

    @Test
    void availableOfAHugeArrayIsTheGreatestInt() throws IOException {
        try (CowByteArray array = CowByteArray.ofLength(1L << 40)) {
            InputStream in = array.inputStream();
            assertThat(in.available()).isEqualTo(Integer.MAX_VALUE);
            assertThat(in.skip(Long.MAX_VALUE)).isEqualTo(1L << 40);
        }
    }

    // ---- writing

    @Test
    void anOutputStreamWritesFromTheFirstByteOn() throws IOException {
        for (ArrayOptions options : new ArrayOptions[] {OPTIONS, OPTIONS.withPool(PagePool.direct(0))}) {
            byte[] bytes = bytes(45);
            try (CowByteArray array = CowByteArray.ofLength(50, options);
                    CowByteArray before = array.snapshot()) {
                OutputStream out = array.view(2, 47, ByteOrder.BIG_ENDIAN).outputStream();
                out.write(bytes[0] | 0x5500);
                out.write(bytes, 1, 30);
                out.write(bytes, 31, 14);
                out.write(bytes, 3, 0);
                ArrayProbe.check(array, before);
                byte[] expected = new byte[50];
                System.arraycopy(bytes, 0, expected, 2, 45);
                assertThat(array.toArray()).isEqualTo(expected);
                assertThatExceptionOfType(EOFException.class)
                        .isThrownBy(() -> out.write(1))
                        .withMessage("1 bytes do not fit: 0 are left, and the length is fixed");
                out.close();
                assertThat(array.toArray()).isEqualTo(expected);
                assertThat(before.toArray()).isEqualTo(new byte[50]);
            }
        }
    }

    @Test
    void aWriteThatDoesNotFitWritesNothing() {
        try (CowByteArray array = CowByteArray.ofLength(10, OPTIONS)) {
            OutputStream out = array.outputStream();
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() -> out.write(bytes(11)))
                    .withMessage("11 bytes do not fit: 10 are left, and the length is fixed");
            assertThat(array.toArray()).isEqualTo(new byte[10]);
        }
    }

    @Test
    void rangesOutsideTheJavaArrayAreRefused() {
        try (CowByteArray array = CowByteArray.ofLength(10)) {
            InputStream in = array.inputStream();
            OutputStream out = array.outputStream();
            for (int[] range : new int[][] {{-1, 1}, {0, 4}, {3, 1}, {0, -1}, {4, 0}}) {
                for (ThrowingCallable call : new ThrowingCallable[] {
                    () -> in.read(new byte[3], range[0], range[1]), () -> out.write(new byte[3], range[0], range[1])
                }) {
                    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(call);
                }
            }
            for (ThrowingCallable call : new ThrowingCallable[] {
                () -> in.read(null, 0, 0), () -> out.write(null, 0, 0), () -> in.transferTo(null)
            }) {
                assertThatExceptionOfType(NullPointerException.class).isThrownBy(call);
            }
        }
    }

    @Test
    void dataStreamsAndReadersWorkOnIt() throws IOException {
        try (CowByteArray array = CowByteArray.ofLength(200, OPTIONS)) {
            DataOutputStream out = new DataOutputStream(array.outputStream());
            out.writeUTF("Höl");
            out.writeLong(-3);
            out.writeDouble(Math.PI);
            DataInputStream in = new DataInputStream(array.inputStream());
            assertThat(in.readUTF()).isEqualTo("Höl");
            assertThat(in.readLong()).isEqualTo(-3);
            assertThat(array.getLong(6, ByteOrder.BIG_ENDIAN)).isEqualTo(-3);
            assertThat(in.readDouble()).isEqualTo(Math.PI);
            array.write(100, "one\ntwo\n".getBytes(StandardCharsets.UTF_8));
            BufferedReader lines = new BufferedReader(Channels.newReader(
                    array.view(100, 108, ByteOrder.BIG_ENDIAN).channel(), StandardCharsets.UTF_8));
            assertThat(lines.lines()).containsExactly("one", "two");
            ArrayProbe.check(array);
        }
    }

    // ---- channels

    @Test
    void aChannelReadsAndWritesAtItsPosition() throws IOException {
        for (ByteBuffer buffer : new ByteBuffer[] {ByteBuffer.allocate(12), ByteBuffer.allocateDirect(12)}) {
            byte[] bytes = bytes(30);
            try (CowByteArray array = CowByteArray.copyOf(bytes, OPTIONS);
                    CowByteArray before = array.snapshot();
                    SeekableByteChannel channel =
                            array.view(5, 28, ByteOrder.BIG_ENDIAN).channel()) {
                assertThat(channel.size()).isEqualTo(23);
                assertThat(channel.position()).isZero();
                assertThat(channel.read(buffer)).isEqualTo(12);
                assertThat(buffer.hasRemaining()).isFalse();
                assertThat(channel.position()).isEqualTo(12);
                buffer.flip();
                for (int i = 0; i < 12; i++) {
                    assertThat(buffer.get(i)).isEqualTo(bytes[5 + i]);
                }
                assertThat(channel.position(20)).isSameAs(channel);
                assertThat(channel.write(buffer)).as("as many as fit").isEqualTo(3);
                assertThat(buffer.position()).isEqualTo(3);
                assertThat(buffer.limit()).isEqualTo(12);
                System.arraycopy(bytes(30), 5, bytes, 25, 3);
                assertThat(array.toArray()).isEqualTo(bytes);
                assertThat(before.toArray()).isEqualTo(bytes(30));
                ArrayProbe.check(array, before);
                assertThatExceptionOfType(EOFException.class)
                        .isThrownBy(() -> channel.write(buffer))
                        .withMessage("position 23 is at the end: the size is fixed at 23 bytes");
                assertThat(channel.read(buffer)).isEqualTo(-1);
                assertThat(buffer.position()).isEqualTo(3);
                channel.position(100);
                assertThat(channel.position()).isEqualTo(100);
                assertThat(channel.read(buffer)).isEqualTo(-1);
                assertThatIOException().isThrownBy(() -> channel.write(buffer));
                buffer.limit(3);
                assertThat(channel.write(buffer)).isZero();
                assertThat(channel.read(buffer)).isZero();
                channel.position(21);
                buffer.clear();
                assertThat(channel.read(buffer)).isEqualTo(2);
                assertThat(buffer.limit()).isEqualTo(12);
            }
        }
    }

    @Test
    void aChannelCannotBeTruncated() throws IOException {
        try (CowByteArray array = CowByteArray.ofLength(10);
                SeekableByteChannel channel = array.channel()) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> channel.truncate(9))
                    .withMessage("the size is fixed at 10 bytes");
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> channel.truncate(0))
                    .withMessage("the size is fixed at 10 bytes");
            assertThat(channel.truncate(10).position()).isZero();
            channel.position(30);
            assertThat(channel.truncate(20)).isSameAs(channel);
            assertThat(channel.position()).isEqualTo(20);
            assertThat(channel.size()).isEqualTo(10);
            for (ThrowingCallable call :
                    new ThrowingCallable[] {() -> channel.truncate(-1), () -> channel.position(-1)}) {
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(call)
                        .withMessageContaining("-1 is negative");
            }
            assertThat(channel.position()).isEqualTo(20);
        }
    }

    @Test
    void aClosedChannelIsRefusedAndTheArrayStaysOpen() throws IOException {
        try (CowByteArray array = CowByteArray.ofLength(10)) {
            SeekableByteChannel channel = array.channel();
            assertThat(channel.isOpen()).isTrue();
            channel.close();
            channel.close();
            assertThat(channel.isOpen()).isFalse();
            for (ThrowingCallable call : new ThrowingCallable[] {
                () -> channel.read(ByteBuffer.allocate(1)),
                () -> channel.write(ByteBuffer.allocate(1)),
                channel::position,
                () -> channel.position(0),
                channel::size,
                () -> channel.truncate(10)
            }) {
                assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(call);
            }
            assertThat(array.isClosed()).isFalse();
        }
    }

    @Test
    void aBufferThatCannotTakeTheBytesIsLeftAsItWas() throws IOException {
        try (CowByteArray array = CowByteArray.copyOf(bytes(10));
                SeekableByteChannel channel = array.channel()) {
            ByteBuffer buffer = ByteBuffer.allocate(20).asReadOnlyBuffer();
            assertThatIllegalArgumentException().isThrownBy(() -> channel.read(buffer));
            assertThat(buffer.position()).isZero();
            assertThat(buffer.limit()).isEqualTo(20);
            assertThat(channel.position()).isZero();
        }
    }

    @Test
    void theStreamsOfTheJdkRunOverAChannel() throws IOException {
        byte[] bytes = bytes(10_000);
        try (CowByteArray array = CowByteArray.ofLength(10_000)) {
            try (OutputStream out = Channels.newOutputStream(array.channel())) {
                out.write(bytes);
            }
            try (InputStream in = Channels.newInputStream(array.channel())) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
            ArrayProbe.check(array);
        }
    }
}
