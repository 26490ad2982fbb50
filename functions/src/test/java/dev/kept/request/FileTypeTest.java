package dev.kept.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FileTypeTest {
    private static final byte[] PDF = latin("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

    @Test
    void whatIsTakenIsKnownByItsContent() throws IOException {
        assertEquals(Optional.of(FileType.PDF), FileType.of(PDF));
        assertEquals(Optional.of(FileType.PDF), FileType.of(latin("%PDF-2.0\nstartxref\n9\n%%EOF")));
        assertEquals(Optional.of(FileType.PNG), FileType.of(image("png")));
        assertEquals(Optional.of(FileType.JPEG), FileType.of(image("jpg")));
        assertEquals(
                Optional.of(FileType.JPEG),
                FileType.of(joined(image("jpg"), latin("SEFH and what a telephone writes behind a picture"))));
    }

    @Test
    void nothingElseIsTaken() throws IOException {
        for (var other : List.of(
                latin(""),
                latin("%PDF-"),
                latin("%PDF-1.7 and no end"),
                latin("%PDF-9.9\n%%EOF"),
                latin("<!DOCTYPE html><script>alert(1)</script>"),
                latin(" %PDF-1.7\n%%EOF"),
                latin("<html>%PDF-1.7\n%%EOF"),
                latin("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                latin("<?xml version=\"1.0\"?><svg/>"),
                latin("MZ\u0090\0\u0003\0\0\0"),
                latin("\u007fELF\u0002\u0001"),
                latin("#!/bin/sh\nrm -rf ~\n"),
                latin("GIF89a\u0001\0\u0001\0"),
                latin("II*\0"),
                latin("RIFF\0\0\0\0WEBP"),
                latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
                latin("{\\rtf1}"),
                latin("\u00ff\u00d8"),
                latin("\u00ff\u00d8\u00ff"),
                latin("\u00ff\u00d8\u00ff<html>"),
                latin("\u0089PNG\r\n\u001a\n"),
                zip())) {
            assertEquals(Optional.empty(), FileType.of(other), new String(other, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void whatIsAnArchiveAtTheSameTimeIsNotTaken() throws IOException {
        for (var one : List.of(PDF, image("jpg"))) {
            assertEquals(Optional.empty(), FileType.of(joined(one, zip())), "an archive behind it");
            assertEquals(
                    Optional.empty(), FileType.of(joined(one, zip(), latin("%%EOF"))), "and something behind that");
        }
        assertEquals(Optional.empty(), FileType.of(joined(image("png"), zip())));
        assertEquals(
                Optional.empty(),
                FileType.of(joined(image("png"), latin("<script>alert(1)</script>"))),
                "a picture with a page behind it");
    }

    @Test
    void aCutFileOrOneOfChanceIsNeverMoreThanItSays() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var png = image("png");
        for (var round = 0; round < 500; round++) {
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = 'x';
            }
            assertEquals(Optional.empty(), FileType.of(noise), "seed " + seed);
            var cut = Arrays.copyOf(png, random.nextInt(png.length));
            assertEquals(Optional.empty(), FileType.of(cut), "seed " + seed);
        }
    }

    private static byte[] image(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.class"));
            zip.write(1);
            zip.setComment("a comment");
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
