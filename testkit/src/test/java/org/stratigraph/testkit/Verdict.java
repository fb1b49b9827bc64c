package org.stratigraph.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What a contract says of a part. */
final class Verdict {
    private Verdict() {}

    /** Names of the contract's tests that fail for a part that is broken on purpose. */
    static Set<String> failures(Class<?> contract) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTestsStartedCount() == 0) {
            throw new AssertionError("no test of " + contract + " was run");
        }
        Set<String> names = new TreeSet<>();
        summary.getFailures()
                .forEach(failure -> failure.getTestIdentifier()
                        .getSource()
                        .map(MethodSource.class::cast)
                        .ifPresent(method -> names.add(method.getMethodName())));
        return names;
    }
}
