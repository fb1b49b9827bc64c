package org.stratigraph.core.training;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;

/**
 * The batches of a training in their order, made ahead by other threads. A batch depends on the plan and its step alone.
 */
final class Batches implements AutoCloseable {
    private static final int AHEAD = 3;
    private static final int MAKERS = 2;

    private final Samples samples;
    private final Preprocessing preprocessing;
    private final TrainingPlan plan;
    private final Order order;
    private final ExecutorService makers;
    private final Deque<Future<Batch>> coming = new ArrayDeque<>();
    private int upcoming;

    /**
     * Starts to make them.
     *
     * @param firstStep the step of the first batch, from 0
     */
    Batches(Samples samples, Preprocessing preprocessing, TrainingPlan plan, int firstStep) {
        this.samples = samples;
        this.preprocessing = preprocessing;
        this.plan = plan;
        this.order = new Order(samples.size(), plan.seed());
        this.upcoming = firstStep;
        this.makers = Executors.newFixedThreadPool(MAKERS, task -> {
            Thread thread = new Thread(task, "batch-maker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The next batch, waiting for it if need be.
     *
     * @throws IOException if a picture of it cannot be read
     */
    Batch next() throws IOException, InterruptedException {
        while (coming.size() < AHEAD) {
            coming.add(order(upcoming++));
        }
        try {
            return coming.remove().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw new IOException(unreadable.getMessage(), unreadable);
            }
            throw new IllegalStateException("a batch could not be made", failed.getCause());
        }
    }

    private Future<Batch> order(int step) {
        int[] indices = new int[plan.batch()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = order.at((long) step * indices.length + i);
        }
        return makers.submit(() -> make(step, indices));
    }

    private Batch make(int step, int[] indices) throws IOException {
        SplittableRandom random = new SplittableRandom(Order.mixed(plan.seed(), step));
        List<Tensor> images = new ArrayList<>();
        int[] labels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            Sample sample = samples.sample(indices[i]);
            RgbImage image = plan.augmentation().apply(sample.image(), random);
            images.add(preprocessing.apply(image));
            labels[i] = sample.label();
        }
        return new Batch(Tensor.stack(images), labels);
    }

    @Override
    public void close() {
        makers.shutdownNow();
    }
}
