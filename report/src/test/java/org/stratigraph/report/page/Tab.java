package org.stratigraph.report.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's tab: sends commands, waits for their answers, keeps what the tab tells unasked. */
final class Tab implements WebSocket.Listener {
    private static final long PATIENCE = 60; // seconds; the machine may be busy

    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;

    private Tab(URI address) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE))
                .buildAsync(address, this)
                .join();
    }

    static Tab connect(URI address) {
        Tab tab = new Tab(address);
        List.of("Page.enable", "Runtime.enable", "Network.enable", "Log.enable").forEach(tab::send);
        tab.send("Emulation.setFocusEmulationEnabled", "enabled", true); // as if its window were in front
        return tab;
    }

    /** Sends a command, with names and values in turn. */
    JsonNode send(String method, Object... parameters) {
        Map<String, Object> named = new java.util.LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put((String) parameters[i], parameters[i + 1]);
        }
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        String command = JsonMapper.shared().writeValueAsString(Map.of("id", id, "method", method, "params", named));
        socket.sendText(command, true).join();
        JsonNode got = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        if (got.has("error")) {
            throw new IllegalStateException(method + ": " + got.get("error"));
        }
        return got.path("result");
    }

    /** Opens a page in a window of a size and forgets what was told before. */
    void open(Path page, int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                height,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
        events.clear();
        send("Page.navigate", "url", page.toUri().toString());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (events("Page.loadEventFired").isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** What the tab told by a name, such as "Runtime.exceptionThrown". */
    List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.get("method").asString().equals(method))
                .map(event -> event.get("params"))
                .toList();
    }

    /** The value of a JavaScript expression, a promise's once it is kept. */
    JsonNode value(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", "expression", expression, "returnByValue", true, "awaitPromise", true);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** Waits until an expression is true. */
    void await(String expression) {
        value("new Promise((kept, broken) => { const end = Date.now() + 40000; const look = () => {"
                + "if (" + expression + ") kept(true);"
                + "else if (Date.now() > end) broken(new Error('waited in vain'));"
                + "else setTimeout(look, 30); }; look(); })");
    }

    /** Presses a key. */
    void press(String key, int code) {
        send("Input.dispatchKeyEvent", "type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code);
        send("Input.dispatchKeyEvent", "type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code);
    }

    /** Saves what the tab shows, or the whole page. */
    void screenshot(Path file, boolean whole) throws IOException {
        String png = send("Page.captureScreenshot", "captureBeyondViewport", whole)
                .get("data")
                .asString();
        Files.write(file, Base64.getDecoder().decode(png));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        message.append(text);
        if (last) {
            JsonNode told = JsonMapper.shared().readTree(message.toString());
            message.setLength(0);
            if (told.has("id")) {
                waiting.remove(told.get("id").asInt()).complete(told);
            } else {
                events.add(told);
            }
        }
        from.request(1);
        return null;
    }
}
