/*
 * Builds what is staged once more, from a copy of the sources in another place, in another zone and another language, and compares
 * every file byte for byte. On the same JDK: others write other class files and other pages. On the second one it must build, too.
 */
import java.nio.file.Files
import java.util.zip.ZipFile

if (isSkipped('skipRebuild')) {
    log.info('rebuild: skipped')
    return
}

def work = outside('rebuild')
def copy = work.resolve('another place')
/* No tests, no benchmarks: nothing of them may be in what is published. */
['pom.xml', 'LICENSE', '.mvn', 'collections/pom.xml', 'collections/src/main', 'btree/pom.xml', 'btree/src/main',
 'jcstress-tests/pom.xml', 'jmh/pom.xml'].each {
    Files.createDirectories(copy.resolve(it).parent)
    copied(root.resolve(it), copy.resolve(it))
}
deleted(copy.resolve('.mvn/bom/target'))
def build = { File javaHome, String jdk, List<String> goals ->
    def output = new File(project.build.directory, "rebuild/${jdk}.log")
    def exit = runMaven(javaHome, copy, output,
            goals + ['-DskipTests', '-Dmaven.test.skip=true', '-Dspotless.check.skip=true', '-pl', '.mvn/bom', '-am',
                     "-Dmaven.repo.local=${session.localRepository.basedir}" as String],
            [MAVEN_OPTS: "${System.getenv('MAVEN_OPTS') ?: ''} -Duser.timezone=Pacific/Chatham -Duser.language=de -Duser.country=DE" as String])
    if (exit != 0) {
        throw new IllegalStateException("rebuild: failed on ${jdk}; see ${output}, and ${work}")
    }
}
build(new File(System.getProperty('java.home')), "jdk-${Runtime.version().feature()}", ['verify'])

def again = copy.resolve('target/staging')
def inside = { java.nio.file.Path jar ->
    new ZipFile(jar.toFile()).withCloseable { zip -> zip.entries().collectEntries { [it.name, [it.crc, it.size, it.time]] } }
}
if (filesOf(staging) != filesOf(again)) {
    throw new IllegalStateException("rebuild: staged is ${filesOf(staging)}, but then it was ${filesOf(again)}")
}
def different = filesOf(staging).findAll { Files.mismatch(staging.resolve(it), again.resolve(it)) != -1 }
if (!different.isEmpty()) {
    def jars = different.findAll { it.endsWith('.jar') }.collectEntries {
        def one = inside(staging.resolve(it))
        def other = inside(again.resolve(it))
        [it, (one.keySet() + other.keySet()).findAll { one[it] != other[it] }]
    }
    throw new IllegalStateException("rebuild: different are ${different}, of which in jars ${jars}; see ${again}")
}

/* A compiler and a documentation tool that know more warn of more. */
def second = project.properties.getProperty('holstein.secondJdk.java')
if (second != null) {
    build(new File(second).parentFile.parentFile, 'second-jdk', ['clean', 'verify'])
}
deleted(work)
log.info("rebuild: ${filesOf(staging).count { !(it ==~ /.*\.(md5|sha1)/) }} files are the same, byte for byte")
