package dev.holstein.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The child process that runs out of memory in all writes of this module. */
final class CollectionWrites {
    private CollectionWrites() {}

    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[0]));
        List<WriteCase> cases = new ArrayList<>(ListWrites.all(random));
        cases.addAll(ArrayWrites.all(random));
        cases.addAll(ValueWrites.all(random));
        OutOfMemory.run(cases, Long.parseLong(arguments[1]));
    }
}
