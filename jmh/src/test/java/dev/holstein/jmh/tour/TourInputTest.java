package dev.holstein.jmh.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of input, good and bad, from the command line. */
class TourInputTest {
    private static final String[] SHORT = {"--seconds", "0.1"};

    @TempDir
    Path folder;

    private static TourRun on(Object input) {
        return TourRun.of(SHORT[0], SHORT[1], "--input", input.toString());
    }

    private static TourRun onStandardInput(String text) {
        return TourRun.of(TourRun.ALL, text, SHORT[0], SHORT[1], "--input", "-");
    }

    @Test
    void theDefaultIsTheJdk() {
        TourRun run = TourRun.of(SHORT).passes();
        assertThat(run.out())
                .containsPattern("Input: [0-9]{2,3},[0-9]{3} class files of JDK "
                        + Runtime.version().feature())
                .contains("ConcurrentBTreeMap, indexing: ", "ConcurrentBTreeMap, transfers: ");
        assertThat(run.out().lines().reduce("", (before, line) -> line))
                .matches("ConcurrentBTreeMap: [0-9,]+ views, none torn; ConcurrentSkipListMap: [0-9,]+ views, .* torn; "
                        + "synchronized TreeMap: [0-9,]+ views, none torn");
    }

    @Test
    void aFolderGivesItsFilesBelow() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "12345");
        Files.createDirectories(folder.resolve("b/c"));
        Files.writeString(folder.resolve("b/c/d.txt"), "");
        assertThat(on(folder).passes().out()).contains("Input: 2 files of " + folder + ", that is 2 names and 5 bytes");
    }

    @Test
    void theFolderMayBeALink() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("a"), "1");
        Files.writeString(folder.resolve("real/b"), "1");
        Path link;
        try {
            link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "needs symbolic links");
            return;
        }
        Files.createSymbolicLink(folder.resolve("real/loop"), folder);
        assertThat(on(link).passes().out()).contains("Input: 2 files of " + link);
    }

    @Test
    void namesInAFolderAreRelativeWithSlashes() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        Files.writeString(folder.resolve("b/c/d.txt"), "123");
        assertThat(FileTree.ofFolder(folder, "it").items()).containsExactly(new Input.Item("b/c/d.txt", 3));
    }

    @Test
    void aFileGivesItsWords() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "The cat, the dog;\nthe CAT's 3 dogs.");
        assertThat(on(text).passes().out())
                .contains("Input: 9 words of " + text + ", that is 6 names and 9 occurrences");
    }

    @Test
    void standardInputGivesItsWords() {
        assertThat(onStandardInput("to be or not to be").passes().out())
                .contains("Input: 6 words of standard input, that is 4 names and 6 occurrences");
    }

    @Test
    void aTextInAnotherEncodingIsNoFailure() throws IOException {
        Path text = Files.write(folder.resolve("latin"), "gr\u00fcn und blau".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(on(text).passes().out()).contains("4 words");
    }

    @Test
    void wordsBeyondTheBasicPlaneStayWhole() throws IOException {
        Path text = Files.writeString(folder.resolve("gothic"), "\ud800\udf30\ud800\udf31 \ud800\udf32");
        assertThat(on(text).passes().out()).contains("2 words");
    }

    @Test
    void emptyInputIsRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        on(empty).isRefused("empty", "no words in " + empty);
        on(Files.writeString(folder.resolve("blank"), " \n\t -- \n")).isRefused("empty");
        on(Files.createDirectory(folder.resolve("nothing"))).isRefused("empty", "no files in ");
        onStandardInput("").isRefused("empty", "no words in standard input");
    }

    @Test
    void missingInputIsRefused() {
        on(folder.resolve("nowhere")).isRefused("cannot read", "nowhere", "no such file or folder");
        on(" ").isRefused("--input needs");
        on("a\0b").isRefused("not a path");
        TourRun.of("--input").isRefused("--input");
    }

    @Test
    void messagesStayOnOneLine() {
        on(folder.resolve("two\nlines")).isRefused("two lines");
    }

    @Test
    void inputTooSmallForTheWritersIsRefused() {
        onStandardInput("alone alone alone")
                .isRefused("too small", "1 writer need", "2 different names", "there are 1");
        TourRun.of(TourRun.ALL, "a b c", "--input", "-", "--writers", "2").isRefused("too small", "4 different names");
        onStandardInput("just two").passes();
    }

    @Test
    void unreadableFolderIsRefused() throws IOException {
        Path locked = locked("locked");
        on(locked).isRefused("cannot read", "locked", "permission denied");
    }

    @Test
    void unreadableFolderInsideIsLeftOutAndSaid() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "1");
        Files.writeString(folder.resolve("b.txt"), "1");
        locked("locked");
        assertThat(on(folder).passes().out()).contains("2 files of " + folder + " (1 unreadable left out)");
    }

    private Path locked(String name) throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX permissions");
        Path locked = Files.createDirectory(folder.resolve(name));
        Files.writeString(locked.resolve("hidden.txt"), "1");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "this user may read everything");
        return locked;
    }
}
