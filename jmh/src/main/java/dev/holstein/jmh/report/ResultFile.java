package dev.holstein.jmh.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of results: arrays of JSON, as JMH and the footprint command write them. */
final class ResultFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultFile() {}

    /**
     * The results of some files; of those of one benchmark with the same parameters, the last.
     *
     * @throws BadInput if a file cannot be read, or has other things in it
     */
    static Collection<ObjectNode> merged(List<Path> files) throws BadInput {
        Map<List<Object>, ObjectNode> results = new LinkedHashMap<>();
        for (Path file : files) {
            String modified = dateOf(file);
            for (JsonNode row : rows(file)) {
                if (!row.path("benchmark").isTextual()
                        || !row.path("primaryMetric").path("scoreUnit").isTextual()) {
                    throw new BadInput(file + " has a row that is no result of JMH: run it with -rf json");
                }
                ObjectNode result = ((ObjectNode) row).deepCopy();
                if (!result.has(KeptResult.MEASURED)) {
                    result.put(KeptResult.MEASURED, modified);
                }
                List<Object> identity = KeptResult.identity(result);
                results.remove(identity); // so that it takes its place in the order of the later file
                results.put(identity, result);
            }
        }
        return results.values();
    }

    /**
     * The rows of the footprint command.
     *
     * @throws BadInput if the file cannot be read, or has other things in it
     */
    static List<Measurement> footprints(Path file) throws BadInput {
        List<Measurement> footprints = new ArrayList<>();
        for (JsonNode row : rows(file)) {
            if (!row.path("structure").isTextual()
                    || !row.path("bytesPerElement").isNumber()) {
                throw new BadInput(file + " has a row that is no footprint: structure or bytesPerElement is missing");
            }
            Map<String, String> params = new LinkedHashMap<>();
            row.properties().forEach(field -> {
                if (List.of("subject", "keys", "state", "size").contains(field.getKey())) {
                    params.put(field.getKey(), field.getValue().asText());
                }
            });
            footprints.add(Measurement.ofBytes(
                    "footprint." + row.path("structure").asText(),
                    params,
                    row.path("bytesPerElement").asDouble()));
        }
        return footprints;
    }

    private static JsonNode rows(Path file) throws BadInput {
        try {
            JsonNode rows = JSON.readTree(Files.readAllBytes(file));
            if (!rows.isArray()) {
                throw new BadInput(file + " is not an array of JSON: run JMH with -rf json");
            }
            return rows;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BadInput(file + " is not JSON, or broken off: line " + line);
        } catch (IOException e) {
            throw new BadInput("cannot read " + file, e);
        }
    }

    private static String dateOf(Path file) throws BadInput {
        try {
            return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC)
                    .toString();
        } catch (IOException e) {
            throw new BadInput("cannot read " + file, e);
        }
    }

    /**
     * Writes results for keeping, one a line.
     *
     * @throws BadInput if the file cannot be written
     */
    static void write(Path file, Collection<ObjectNode> results) throws BadInput {
        StringBuilder text = new StringBuilder("[\n");
        String separator = "";
        for (ObjectNode result : results) {
            text.append(separator).append(KeptResult.of(result));
            separator = ",\n";
        }
        write(file, text.append("\n]\n").toString());
    }

    /**
     * Writes a text, and the folders it is in.
     *
     * @throws BadInput if it cannot be written
     */
    static void write(Path file, String text) throws BadInput {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BadInput("cannot write " + file, e);
        }
    }
}
