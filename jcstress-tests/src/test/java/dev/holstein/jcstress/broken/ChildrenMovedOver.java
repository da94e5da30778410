package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.DirectoryCopyAgainstClose;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Spares the counting of children if the directory was given up by all others meanwhile; so it counts them when it has
 * let go.
 */
@JCStressTest
@State
public class ChildrenMovedOver extends DirectoryCopyAgainstClose {
    /** On naive arrays with this mistake. */
    public ChildrenMovedOver() {
        super(new NaivePool(PAGE_SIZE) {
            @Override
            Node writable(Node node) {
                if (node.isPage() || !isShared(node)) {
                    return super.writable(node);
                }
                Node copy = copyUncounted(node);
                if (!drop(node)) {
                    for (Node child : copy.children) {
                        if (child != null) {
                            retain(child);
                        }
                    }
                }
                return copy;
            }
        });
    }

    @Actor
    @Override
    public void closer(LLL_Result r) {
        super.closer(r);
    }

    @Actor
    @Override
    public void writer() {
        super.writer();
    }

    @Arbiter
    @Override
    public void outcome(LLL_Result r) {
        super.outcome(r);
    }
}
