package org.stratigraph.zoo.pth;

import java.io.IOException;
import java.util.Map;
import org.stratigraph.core.files.ElementType;
import org.stratigraph.core.files.Quote;

/** The only names of Python that a pickle may use: those in which torch writes a state dict. */
final class AllowedGlobals {
    private static final Map<String, PickledFunction> FUNCTIONS = Map.of(
            "torch._utils._rebuild_tensor_v2", PickledTensor::rebuilt,
            "torch._utils._rebuild_parameter", AllowedGlobals::parameter,
            "torch.Size", AllowedGlobals::size,
            "collections.OrderedDict", AllowedGlobals::orderedDict);

    private static final Map<String, ElementType> STORAGES = Map.of(
            "torch.DoubleStorage", ElementType.F64,
            "torch.FloatStorage", ElementType.F32,
            "torch.HalfStorage", ElementType.F16,
            "torch.BFloat16Storage", ElementType.BF16,
            "torch.LongStorage", ElementType.I64,
            "torch.IntStorage", ElementType.I32,
            "torch.ShortStorage", ElementType.I16,
            "torch.CharStorage", ElementType.I8,
            "torch.ByteStorage", ElementType.U8,
            "torch.BoolStorage", ElementType.BOOL);

    private AllowedGlobals() {}

    /**
     * A {@link PickledFunction}, or the {@link ElementType} of a storage class.
     *
     * @throws IOException naming it, if it is anything else
     */
    static Object find(String module, String name) throws IOException {
        String global = module + "." + name;
        if (FUNCTIONS.containsKey(global)) {
            return FUNCTIONS.get(global);
        }
        if (STORAGES.containsKey(global)) {
            return STORAGES.get(global);
        }
        throw new IOException(
                "it asks Python for " + Quote.of(global) + ", which a state dict does not need; nothing was"
                        + " run. Save only the weights, with torch.save(model.state_dict(), path) or as safetensors");
    }

    /** A parameter is its data here: arguments are data, requires_grad and hooks. */
    private static Object parameter(Object[] arguments) throws IOException {
        if (arguments.length >= 1 && arguments[0] instanceof PickledTensor data) {
            return data;
        }
        throw new IOException("it rebuilds a parameter from something that is no tensor");
    }

    private static Object size(Object[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0] instanceof Object[] lengths) {
            return lengths;
        }
        throw new IOException("it makes a torch.Size from something that is no tuple");
    }

    private static Object orderedDict(Object[] arguments) throws IOException {
        if (arguments.length == 0) {
            return new PickledDict();
        }
        throw new IOException("it makes an OrderedDict from arguments, where torch fills an empty one");
    }
}
