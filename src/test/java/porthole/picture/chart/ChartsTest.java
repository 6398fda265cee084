package porthole.picture.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.general.DefaultPieDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;
import porthole.display.MimeBundle;

/** A notebook's own charts. */
class ChartsTest {
    private static JFreeChart bars() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        data.addValue(3, "requests", "web <1>");
        data.addValue(5, "requests", "db");
        return ChartFactory.createBarChart("Load", "container", "per second", data);
    }

    private static String svg(JFreeChart chart) throws Exception {
        String svg = String.valueOf(Charts.outputs(chart).get(0).data().get("image/svg+xml"));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        return svg;
    }

    @Test
    void aChartIsSvgAndPng() throws Exception {
        MimeBundle bundle = Charts.outputs(bars()).get(0);
        assertEquals("A chart: Load", bundle.plain());
        assertTrue(String.valueOf(bundle.data().get("image/png")).startsWith("iVBOR"));
        assertEquals(Map.of("width", 640, "height", 400), bundle.metadata().get("image/png"));
        String html = String.valueOf(bundle.data().get("text/html"));
        assertTrue(html.matches("<img src=\"data:image/svg[+]xml;base64,[^\"]+\" alt=\"A chart: Load\" [^>]+>"), html);
        String svg = svg(bars());
        assertTrue(svg.contains(">web &lt;1&gt;</text>"), svg);
        assertTrue(svg.contains("<title>Load</title>"), svg);
        assertFalse(svg.contains("<script"), svg);
    }

    @Test
    void linesAndPiesAreWellFormedAndTheSameEachTime() throws Exception {
        XYSeries series = new XYSeries("sine");
        for (int i = 0; i < 200; i++) {
            series.add(i / 10.0, Math.sin(i / 10.0));
        }
        JFreeChart line = ChartFactory.createXYLineChart(
                "Sine", "x", "y", new XYSeriesCollection(series), PlotOrientation.VERTICAL, true, false, false);
        assertEquals(svg(line), svg(line));
        DefaultPieDataset<String> data = new DefaultPieDataset<>();
        data.setValue("a", 1);
        data.setValue("b", 2);
        assertTrue(svg(ChartFactory.createPieChart("Shares", data)).contains(">a</text>"));
    }

    @Test
    void aChartIsDarkOnADarkPageAndItsColoursStaySeen() throws Exception {
        String svg = svg(bars());
        String sheet = svg.substring(svg.indexOf("<style>"), svg.indexOf("</style>"));
        assertTrue(sheet.contains("prefers-color-scheme:dark"), sheet);
        Matcher rule = Pattern.compile("\\[(fill|stroke)=\"(#[0-9a-f]{6})\"\\][{](fill|stroke):(#[0-9a-f]{6})[}]")
                .matcher(sheet);
        Map<String, String> dark = new HashMap<>();
        while (rule.find()) {
            dark.put(rule.group(2), rule.group(4));
        }
        assertEquals("#1a1a1a", dark.get("#ffffff"), "the paper");
        Color text = Color.decode(dark.get("#000000"));
        assertTrue(DarkChart.contrast(text) > 7, "text in " + text);
        for (String series : List.of("#ff5555", "#000080", "#800000", "#005500")) {
            assertTrue(DarkChart.contrast(Color.decode(DarkChart.dark(series))) >= 3, series);
        }
        assertEquals("#ff5555", DarkChart.dark("#ff5555"), "a colour that is seen stays");
    }

    @Test
    void aChartThatIsDarkOfItselfStaysAsItIs() throws Exception {
        JFreeChart chart = bars();
        chart.setBackgroundPaint(Color.BLACK);
        assertFalse(svg(chart).contains("<style>"), "it would become light on a dark page");
    }

    @Test
    void aChartWithAnImageIsPngAlone() {
        JFreeChart chart = bars();
        chart.setBackgroundImage(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB));
        MimeBundle bundle = Charts.outputs(chart).get(0);
        assertFalse(bundle.data().containsKey("image/svg+xml"));
        assertTrue(bundle.data().containsKey("image/png"));
    }
}
