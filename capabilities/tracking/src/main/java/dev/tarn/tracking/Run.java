package dev.tarn.tracking;

import java.util.List;

/** A run with everything that was logged; of each metric the latest value. */
public record Run(
        RunInfo info,
        List<Metric> metrics,
        List<KeyValue> params,
        List<KeyValue> tags,
        List<DatasetInput> inputs,
        List<ModelLink> inputModels,
        List<ModelLink> outputModels) {
    /** A logged model that a run used, or made at a step. */
    public record ModelLink(String modelId, long step) {}

    public Run {
        metrics = List.copyOf(metrics);
        params = List.copyOf(params);
        tags = List.copyOf(tags);
        inputs = List.copyOf(inputs);
        inputModels = List.copyOf(inputModels);
        outputModels = List.copyOf(outputModels);
    }
}
