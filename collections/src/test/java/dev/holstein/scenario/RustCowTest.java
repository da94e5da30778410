package dev.holstein.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.cow.Cow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rust {@code Cow<T>} and {@code Rc::make_mut}: borrow until the first change, owned after. */
class RustCowTest {
    private final AtomicInteger copies = new AtomicInteger();

    private List<String> copy(List<String> list) {
        copies.incrementAndGet();
        return new ArrayList<>(list);
    }

    /** {@code fn normalize(path: &str) -> Cow<str>}. */
    private static Cow<String> normalize(String path) {
        return Cow.borrowed(path).map(p -> p.contains("//") ? p.replace("//", "/") : p);
    }

    @Test
    void normalisingAPathWithoutDoubleSlashesReturnsTheSameObject() {
        String clean = new String("/usr/lib");
        Cow<String> same = normalize(clean);
        assertThat(same.isBorrowed()).isTrue();
        assertThat(same.get()).isSameAs(clean);
        assertThat(same.intoOwned()).isSameAs(clean);

        Cow<String> changed = normalize("/usr//lib");
        assertThat(changed.isOwned()).isTrue();
        assertThat(changed.get()).isEqualTo("/usr/lib");

        Cow<String> path = Cow.borrowed(clean);
        assertThat(path.map(p -> p)).isSameAs(path);
    }

    @Test
    void toMutCopiesOnce() {
        List<String> lent = List.of("a", "b");
        Cow<List<String>> cow = Cow.borrowed(lent, this::copy);
        assertThat(copies).hasValue(0);
        cow.toMut().add("c");
        cow.toMut().add("d");
        assertThat(copies).hasValue(1);
        assertThat(cow.get()).containsExactly("a", "b", "c", "d");
        assertThat(lent).containsExactly("a", "b");
    }

    @Test
    void afterTheOtherHandleClosesNothingIsCopied() {
        Cow<List<String>> mine = Cow.owned(new ArrayList<>(List.of("a")), this::copy);
        Cow<List<String>> yours = mine.share();
        assertThat(mine.refCount()).isEqualTo(2);
        mine.toMut().add("b");
        assertThat(copies).as("two handles: make_mut clones").hasValue(1);
        assertThat(yours.get()).containsExactly("a");

        Cow<List<String>> another = mine.share();
        another.close();
        mine.toMut().add("c");
        yours.toMut().add("z");
        assertThat(copies).as("alone again").hasValue(1);
        assertThat(mine.get()).containsExactly("a", "b", "c");
        assertThat(yours.get()).containsExactly("a", "z");
    }
}
