/*
 * Builds and runs .mvn/consumer with what is staged: somewhere else, with a local repository of its own, on this JDK and the second
 * one. It must get our artifacts from the staged folder, byte for byte, and nothing else with them but JSpecify, and it must not get
 * at internals.
 *
 * Plugins, and JSpecify, come out of the local repository of this build where it has them, as from a remote one: so nothing is
 * fetched twice, and nothing is installed.
 */
import java.nio.file.Files

if (isSkipped('skipConsumer')) {
    log.info('consumer: skipped')
    return
}

def version = project.version
def work = outside('consumer')
def repository = work.resolve('repository')
def logs = new File(project.build.directory, 'consumer')
def must = { boolean holds, String what, File output ->
    if (!holds) {
        throw new IllegalStateException("consumer: ${what}; see ${output}, and ${work}")
    }
}

def settings = work.resolve('settings.xml')
def source = { String element, String id, String url, String checksums ->
    """<${element}><id>${id}</id><url>${url}</url>
       <releases><checksumPolicy>${checksums}</checksumPolicy></releases>
       <snapshots><enabled>${id == 'staging'}</enabled></snapshots></${element}>"""
}
def local = new File(session.localRepository.basedir).toURI()
/* The order counts: were the same version installed locally, the staged one would still come first. */
settings.toFile().setText("""<settings><profiles><profile><id>staged</id>
  <repositories>
    ${source('repository', 'staging', staging.toUri() as String, 'fail')}
    ${source('repository', 'local', local as String, 'ignore')}
  </repositories>
  <pluginRepositories>
    ${source('pluginRepository', 'local', local as String, 'ignore')}
  </pluginRepositories>
</profile></profiles><activeProfiles><activeProfile>staged</activeProfile></activeProfiles></settings>
""", 'UTF-8')
/* As global settings: those of the user (a proxy, a mirror) still hold. Offline, a folder is no network. */
def common = ['-gs', settings as String, "-Dmaven.repo.local=${repository}" as String, "-Dholstein.version=${version}" as String,
              '-Daether.offline.protocols=file', '-Dstyle.color=never']

def check = { File javaHome, String jdk ->
    def folder = work.resolve(jdk)
    copied(root.resolve('.mvn/consumer'), folder)
    def output = new File(logs, "${jdk}.log")
    must(runMaven(javaHome, folder, output, common + ['process-classes', '-pl', 'class-path,module-path'], [:]) == 0,
            "it does not build, or does not run, on ${jdk}", output)
    ['class path', 'module path'].each { path ->
        def line = output.readLines('UTF-8').find { it.contains("${path}: ") }
        must(line != null, "its ${path} is not told", output)
        def names = line.substring(line.indexOf("${path}: ") + path.length() + 2).split(' ') as List
        def others = names - ["holstein-btree-${version}.jar" as String, "holstein-collections-${version}.jar" as String, 'classes']
        must(names.size() == 4 && others.size() == 1 && others[0] ==~ /jspecify-[0-9.]+\.jar/, "on its ${path} is ${names}", output)
    }

    def refused = new File(logs, "${jdk}-internals.log")
    must(runMaven(javaHome, folder, refused, common + ['process-classes', '-pl', 'internals'], [:]) != 0,
            "internals are open on ${jdk}", refused)
    must(refused.getText('UTF-8').contains('package dev.holstein.core is not visible'), "internals fail, but not for being closed", refused)
}

def building = new File(System.getProperty('java.home'))
check(building, "jdk-${Runtime.version().feature()}")
def second = project.properties.getProperty('holstein.secondJdk.java')
if (second != null) {
    check(new File(second).parentFile.parentFile, 'second-jdk')
} else {
    log.warn("consumer: there is no second JDK, so it ran on ${Runtime.version().feature()} only")
}

/* Maven notes where a file came from. */
['holstein-bom': ['pom'], 'holstein-collections': ['pom', 'jar'], 'holstein-btree': ['pom', 'jar']].each { artifact, ends ->
    def folder = repository.resolve("dev/holstein/${artifact}/${version}")
    def origins = folder.resolve('_remote.repositories').toFile().readLines('UTF-8').findAll { it.contains('>') }
    must(origins.size() >= ends.size() && origins.every { it.contains('>staging=') }, "${artifact} came from ${origins}", folder.toFile())
    ends.each {
        def name = "${artifact}-${version}.${it}"
        must(Files.mismatch(folder.resolve(name), staging.resolve("dev/holstein/${artifact}/${version}/${name}")) == -1,
                "${name} is not the staged one", folder.toFile())
    }
}
deleted(work)
log.info("consumer: class path and module path run on what is staged; internals are closed")
