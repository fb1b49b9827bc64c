package org.stratigraph.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import picocli.CommandLine;

/** One run of the command line inside this JVM, with what it printed. */
record Cli(int exitCode, String out, String err) {
    static Cli run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(texts);
        return new Cli(code, out.toString(), err.toString());
    }

    /** ResNet50 with a sixteenth of its channels and 10 classes, from the golden numbers. */
    static Path thinResNet() {
        try {
            return Path.of(
                    Cli.class.getResource("/golden/thin_resnet50.safetensors").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A picture with a yellow disc on blue. */
    static Path picture(Path folder, String name) throws IOException {
        BufferedImage image = new BufferedImage(300, 260, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, 300, 260);
        graphics.setColor(Color.YELLOW);
        graphics.fillOval(90, 60, 120, 120);
        graphics.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
