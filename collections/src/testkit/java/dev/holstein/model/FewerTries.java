package dev.holstein.model;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends every property after so many tries, whatever its annotation says: mutation testing runs all of them again for each mutant that
 * survives, and notices most of the others within the first tries. Found by jqwik in {@code META-INF/services}; without the system
 * property it changes nothing.
 */
public final class FewerTries implements AroundTryHook {
    private static final int MOST = Integer.getInteger("dev.holstein.mostTries", Integer.MAX_VALUE);

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
        TryExecutionResult result = aTry.execute(parameters);
        Store<AtomicInteger> done = Store.getOrCreate(FewerTries.class, Lifespan.PROPERTY, AtomicInteger::new);
        boolean isLast = done.get().incrementAndGet() >= MOST;
        return isLast && result.isSatisfied() ? TryExecutionResult.satisfied(true) : result;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public boolean appliesTo(Optional<AnnotatedElement> element) {
        return true;
    }
}
