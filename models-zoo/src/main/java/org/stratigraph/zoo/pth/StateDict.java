package org.stratigraph.zoo.pth;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.files.Quote;

/** Finds the state dict in what a pickle held: all of it, or what a training checkpoint keeps under a usual key. */
final class StateDict {
    private static final List<String> USUAL_KEYS = List.of("state_dict", "model_state_dict", "model");

    private StateDict() {}

    /** @throws IOException saying what is there instead */
    static Map<String, PickledTensor> find(Object pickled) throws IOException {
        if (!(pickled instanceof PickledDict whole)) {
            throw new IOException("it holds " + kind(pickled) + ", not a state dict; save one with"
                    + " torch.save(model.state_dict(), path)");
        }
        for (String key : USUAL_KEYS) {
            if (whole.entries().get(key) instanceof PickledDict inner) {
                return tensors(inner);
            }
        }
        return tensors(whole);
    }

    private static Map<String, PickledTensor> tensors(PickledDict dict) throws IOException {
        if (dict.entries().isEmpty()) {
            throw new IOException("its state dict is empty");
        }
        Map<String, PickledTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<Object, Object> entry : dict.entries().entrySet()) {
            if (entry.getKey() instanceof String name && entry.getValue() instanceof PickledTensor tensor) {
                tensors.put(name, tensor);
            } else {
                throw new IOException("its entry " + Quote.of(String.valueOf(entry.getKey())) + " is "
                        + kind(entry.getValue()) + ", not a tensor with a name; a state dict has only tensors, or is"
                        + " kept under one of the keys " + Quote.some(USUAL_KEYS));
            }
        }
        return tensors;
    }

    /** Never the value itself, which may be huge or contain itself. */
    private static String kind(Object pickled) {
        if (pickled == null) {
            return "None";
        }
        if (pickled instanceof PickledTensor) {
            return "a tensor";
        }
        if (pickled instanceof PickledDict) {
            return "a dict";
        }
        if (pickled instanceof List || pickled instanceof Object[]) {
            return "a list";
        }
        if (pickled instanceof String) {
            return "a text";
        }
        return pickled instanceof Number || pickled instanceof Boolean ? "a number" : "a class";
    }
}
