package dev.holstein.fault;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The public methods through which user code can come in, by reflection: nothing that is added later is forgotten. */
public final class PublicMethods {
    private PublicMethods() {}

    /** The methods of an object that take anything but plain values. */
    public static Set<String> ofInstances(String group, Class<?> type) {
        Set<String> methods = new TreeSet<>();
        for (Method method : type.getMethods()) {
            boolean isOfObject = method.getDeclaringClass() == Object.class
                    && !method.getName().equals("equals");
            if (!Modifier.isStatic(method.getModifiers()) && !isOfObject && takesObjects(method)) {
                methods.add(group + "." + Witness.signature(method.getName(), method.getParameterTypes()));
            }
        }
        return methods;
    }

    /** The constructors and static methods that take anything but plain values. */
    public static Set<String> ofClass(Class<?> type) {
        Set<String> methods = new TreeSet<>();
        Stream.of(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getDeclaringClass() == type)
                .filter(PublicMethods::takesObjects)
                .forEach(method ->
                        methods.add("static." + Witness.signature(method.getName(), method.getParameterTypes())));
        for (Constructor<?> constructor : type.getConstructors()) {
            if (takesObjects(constructor)) {
                methods.add("static." + Witness.signature("<init>", constructor.getParameterTypes()));
            }
        }
        return methods;
    }

    private static boolean takesObjects(Executable method) {
        return Arrays.stream(method.getParameterTypes()).anyMatch(type -> !type.isPrimitive());
    }
}
