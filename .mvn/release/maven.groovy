/*
 * What the other scripts of this folder share, as variables of theirs (gmavenplus runs the scripts of one execution in one shell).
 */
import java.nio.file.Files
import java.nio.file.Path

root = project.parent.basedir.toPath()
/* A repository of what would be published. */
staging = root.resolve('target/staging')

/* Whether a step is left out: if the user says so, or says nothing of it and skips the tests. */
isSkipped = { String property ->
    def said = { String name -> session.userProperties.getProperty(name) }
    def on = { String name -> said(name) != null && said(name) != 'false' }
    said(property) == null ? on('skipTests') || on('maven.test.skip') : on(property)
}

/* A folder outside of the repository: below it, Maven would find our .mvn. */
outside = { String name -> Files.createTempDirectory("holstein-${name}-").toRealPath() }

deleted = { Path folder ->
    if (Files.exists(folder)) {
        folder.toFile().deleteDir()
    }
}

copied = { Path from, Path to ->
    Files.walk(from).withCloseable { files ->
        files.each {
            def copy = to.resolve(from.relativize(it).toString())
            Files.isDirectory(it) ? Files.createDirectories(copy) : Files.copy(it, copy)
        }
    }
}

/* All files below a folder, relative to it, with slashes, in order. */
filesOf = { Path folder ->
    Files.walk(folder).withCloseable { files ->
        files.filter { Files.isRegularFile(it) }.toList().collect { folder.relativize(it).toString().replace('\\', '/') }.sort()
    }
}

/* Runs the Maven that runs this build, on a JDK, in a folder; all it prints goes to a file. Tells the exit code. */
runMaven = { File javaHome, Path folder, File output, List<String> arguments, Map<String, String> environment ->
    def windows = File.separatorChar == '\\' as char
    def command = [new File(System.getProperty('maven.home'), windows ? 'bin/mvn.cmd' : 'bin/mvn').path, '-B', '-ntp']
    if (session.offline) {
        command << '-o'
    }
    def builder = new ProcessBuilder(command + arguments).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output)
    /* The script of the outer Maven has left variables of its own; MAVEN_OPTS and MAVEN_ARGS are the user's. */
    builder.environment().keySet().removeIf { it.startsWith('MAVEN_') && !(it in ['MAVEN_OPTS', 'MAVEN_ARGS']) }
    builder.environment().putAll(environment + [JAVA_HOME: javaHome.path])
    output.parentFile.mkdirs()
    def process = builder.start()
    process.outputStream.close()
    if (!process.waitFor(10, java.util.concurrent.TimeUnit.MINUTES)) {
        process.destroyForcibly()
        throw new IllegalStateException("Maven has not ended after 10 minutes, see ${output}")
    }
    process.exitValue()
}
