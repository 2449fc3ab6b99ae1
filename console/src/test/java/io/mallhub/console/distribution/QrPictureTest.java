package io.mallhub.console.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) ");
    private static final Pattern MODULE = Pattern.compile("M([0-9]+) ([0-9]+)h1v1h-1z");
    private static final int SCALE = 6;

    @Test
    void whatIsDrawnReadsAsTheAddress() throws Exception {
        String address = "https://mall.example.com.cn/s/7KQ2MX9RTB4WPZ6H";

        assertThat(read(QrPicture.of(address))).isEqualTo(address);
    }

    /** As a camera would see the picture. */
    private static String read(String svg) throws Exception {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int side = Integer.parseInt(size.group(1)) * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        MODULE.matcher(svg)
                .results()
                .forEach(
                        module -> {
                            int left = Integer.parseInt(module.group(1)) * SCALE;
                            int top = Integer.parseInt(module.group(2)) * SCALE;
                            for (int y = top; y < top + SCALE; y++) {
                                Arrays.fill(pixels, y * side + left, y * side + left + SCALE, 0);
                            }
                        });
        BinaryBitmap seen =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(seen).getText();
    }
}
