package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.stratigraph.core.evaluation.Spearman;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.evaluation.Tally;
import org.stratigraph.core.spi.Direction;

/**
 * Two comparisons held against each other: whether explanations moved from the first to the second.
 *
 * @param leastCorrelation of the maps of one picture and class, over its places, averaged over pictures and classes
 * @param mostWorse by how much a subject's mean score may get worse, by metric
 * @param direction which scores are good ones, by metric
 */
record Gate(double leastCorrelation, Map<String, Double> mostWorse, Function<String, Direction> direction) {

    /**
     * What was checked, and what is worth a note.
     *
     * @param notes what is in the run alone, and pictures whose answer changed
     */
    record Verdict(List<GateCheck> checks, List<String> notes) {
        boolean passed() {
            return checks.stream().allMatch(GateCheck::passed);
        }
    }

    Verdict judge(RunFolder baseline, RunFolder run) throws IOException {
        Verdict verdict = new Verdict(new ArrayList<>(), new ArrayList<>());
        Map<String, Path> before = baseline.cells();
        Map<String, Path> after = run.cells();
        boolean one = before.size() == 1 && after.size() == 1; // then their names may differ: two versions of a model
        for (Map.Entry<String, Path> cell : before.entrySet()) {
            Path other = one ? after.values().iterator().next() : after.get(cell.getKey());
            if (other == null) {
                verdict.checks().add(GateCheck.missing(cell.getKey(), "all of it"));
            } else {
                judge(cell.getKey(), cell.getValue(), other, verdict);
            }
        }
        after.keySet().stream()
                .filter(name -> !one && !before.containsKey(name))
                .forEach(name -> verdict.notes().add(name + " is new, and was not judged"));
        return verdict;
    }

    private void judge(String name, Path before, Path after, Verdict verdict) throws IOException {
        Tally old = RunFolder.scores(before);
        Tally now = RunFolder.scores(after);
        Set<String> subjects = subjects(old);
        Set<String> there = subjects(now);
        for (String subject : subjects) {
            if (!there.contains(subject)) {
                verdict.checks().add(GateCheck.missing(name, subject));
            }
        }
        there.stream()
                .filter(subject -> !subjects.contains(subject))
                .forEach(subject -> verdict.notes().add(name + ": " + subject + " is new, and was not judged"));
        subjects.retainAll(there);
        judgeScores(name, old, now, subjects, verdict);
        judgeMaps(name, before, after, subjects, verdict);
    }

    private static Set<String> subjects(Tally tally) {
        Set<String> subjects = new TreeSet<>();
        tally.cells().forEach(cell -> subjects.add(cell.entrant()));
        return subjects;
    }

    private void judgeScores(String name, Tally old, Tally now, Set<String> subjects, Verdict verdict) {
        for (Tally.Cell cell : old.cells()) {
            Double most = mostWorse.get(cell.metric());
            if (most == null || !subjects.contains(cell.entrant())) {
                continue;
            }
            if (!now.cells().contains(cell)) {
                verdict.checks().add(GateCheck.missing(name, cell.entrant() + ", " + cell.metric()));
                continue;
            }
            List<Integer> both = new ArrayList<>(old.samples(cell));
            both.retainAll(now.samples(cell));
            if (both.isEmpty()) {
                verdict.checks()
                        .add(GateCheck.missing(name, cell.entrant() + ", " + cell.metric() + " of any picture"));
                continue;
            }
            double before = mean(old, cell, both);
            double after = mean(now, cell, both);
            double worse = direction.apply(cell.metric()) == Direction.HIGHER ? before - after : after - before;
            verdict.checks().add(GateCheck.score(name, cell.entrant(), cell.metric(), before, after, worse, most));
        }
    }

    private static double mean(Tally tally, Tally.Cell cell, List<Integer> samples) {
        List<Integer> all = tally.samples(cell);
        double[] values = tally.values(cell);
        return samples.stream()
                .mapToDouble(sample -> values[all.indexOf(sample)])
                .average()
                .orElseThrow();
    }

    private void judgeMaps(String name, Path before, Path after, Set<String> subjects, Verdict verdict)
            throws IOException {
        Map<Integer, RunFolder.Picture> old = RunFolder.pictures(before);
        Map<Integer, RunFolder.Picture> now = RunFolder.pictures(after);
        old.forEach((number, picture) -> {
            RunFolder.Picture other = now.get(number);
            if (other != null
                    && !other.classes().get(0).equals(picture.classes().get(0))) {
                verdict.notes()
                        .add(name + ": the answer to " + picture.name() + " was class "
                                + picture.classes().get(0) + " and is "
                                + other.classes().get(0));
            }
        });
        for (String subject : subjects) {
            List<Double> correlations = new ArrayList<>();
            for (Map.Entry<Integer, RunFolder.Picture> picture : old.entrySet()) {
                RunFolder.Picture other = now.get(picture.getKey());
                if (other != null) {
                    correlations.addAll(correlations(picture.getValue(), other, key(subject)));
                }
            }
            if (!correlations.isEmpty()) {
                double mean = correlations.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
                verdict.checks().add(GateCheck.correlation(name, subject, mean, correlations.size(), leastCorrelation));
            } else {
                verdict.notes().add(name + ": no map of " + subject + " is in both, so maps were not compared");
            }
        }
    }

    /** One per class that both explain. */
    private static List<Double> correlations(RunFolder.Picture old, RunFolder.Picture now, String key)
            throws IOException {
        List<Double> correlations = new ArrayList<>();
        for (int index : old.classes()) {
            int place = now.classes().indexOf(index);
            MapsFile.Kept before = old.maps().of(old.classes().indexOf(index));
            if (place >= 0 && before.has(key) && now.maps().of(place).has(key)) {
                correlations.add(
                        correlation(before.values(key), now.maps().of(place).values(key)));
            }
        }
        return correlations;
    }

    /** Maps that say nothing of any place agree with each other, and with no other. */
    static double correlation(double[] before, double[] after) {
        if (before.length != after.length) {
            return 0; // another size: the layer is another one
        }
        boolean flat = constant(before);
        return flat || constant(after) ? (flat && constant(after) ? 1 : 0) : Spearman.correlation(before, after);
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** A subject's map in a file of maps: {@code METHOD/LAYER}, or {@code METHOD/FUSER}. */
    private static String key(String entrant) {
        Subject subject = Subject.parse(entrant);
        return MapsFile.key(
                subject.method(),
                subject.fuser().orElseGet(() -> subject.probe().orElseThrow()));
    }
}
