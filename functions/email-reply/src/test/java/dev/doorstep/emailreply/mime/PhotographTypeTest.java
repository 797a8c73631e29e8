package dev.doorstep.emailreply.mime;

import static dev.doorstep.emailreply.mime.Mails.photograph;
import static dev.doorstep.emailreply.mime.Mails.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotographTypeTest {
    private static final int SMALL = 20 * 1024 - 1;
    private static final int LARGE = 20 * 1024;

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image/jpeg",
        "IMAGE/JPEG, image/jpeg",
        "image/jpg, image/jpeg",
        "image/pjpeg, image/jpeg",
        "image/png, image/png",
        "image/x-png, image/png",
        "image/heic, image/heic",
        "image/heif, image/heif",
        "image/webp, image/webp",
        "image/gif, image/gif",
        "image/tiff, image/tiff"
    })
    void tellsPhotographsByTheirType(String type, String told) {
        assertThat(typeOf("Content-Type: " + type)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment; filename=IMG_1.JPG",
                "attachment; filename=\"a photograph.with.dots.jpeg\"",
                "attachment; filename*=UTF-8''Foto%20der%20T%C3%BCr.jpg",
                "attachment; filename*0=IMG_; filename*1=1.jpg",
                "attachment; filename*0*=UTF-8''T%C3%BC; filename*1=r.jpg",
                "attachment; filename=\"=?utf-8?q?T=C3=BCr=2Ejpg?=\"",
                "attachment; filename=\"=?utf-8?b?VMO8ci5qcGc=?=\"",
                "inline; filename=IMG_1.jpg"
            })
    void tellsPhotographsWithoutATypeByTheirName(String disposition) {
        String fields = "Content-Type: application/octet-stream\nContent-Disposition: ";

        assertThat(typeOf(fields + disposition)).isEqualTo("image/jpeg");
    }

    @Test
    void tellsPhotographsByANameThatStandsWithTheType() {
        assertThat(typeOf("Content-Type: application/octet-stream; name=\"IMG 1.heic\""))
                .isEqualTo("image/heic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: image/svg+xml",
                "Content-Type: image/svg+xml; name=a.png",
                "Content-Type: application/octet-stream; name=a.svg",
                "Content-Type: application/octet-stream; name=a.png.svg",
                "Content-Type: application/octet-stream; name=a.jpg.html",
                "Content-Type: application/octet-stream; name=jpg.",
                "Content-Type: application/octet-stream",
                "Content-Type: application/pdf; name=a.jpg",
                "Content-Type: text/html; name=a.jpg",
                "Content-Type: image/vnd.adobe.photoshop",
                "Content-Type: video/mp4"
            })
    void takesNothingElseForAPhotograph(String fields) {
        assertThat(read(photograph(fields, LARGE)).photographs()).isEmpty();
    }

    @Test
    void leavesOutSmallPicturesThatTheTextShows() {
        String inline = "Content-Type: image/png\nContent-ID: <logo>";

        assertThat(read(photograph(inline, SMALL)).photographs()).isEmpty();
        assertThat(read(photograph(inline, LARGE)).photographs()).hasSize(1);
    }

    @Test
    void keepsSmallPicturesThatTheCustomerAttached() {
        String attached =
                "Content-Type: image/png\nContent-ID: <1>\nContent-Disposition: Attachment";

        assertThat(read(photograph(attached, SMALL)).photographs()).hasSize(1);
        assertThat(read(photograph("Content-Type: image/png", SMALL)).photographs()).hasSize(1);
    }

    @Test
    void givesAwayACopyOfAPhotograph() {
        Photograph photograph =
                read(photograph("Content-Type: image/png", LARGE)).photographs().getFirst();

        photograph.content()[0] = 1;

        assertThat(photograph.content()[0]).isZero();
    }

    private static String typeOf(String fields) {
        return read(photograph(fields, LARGE)).photographs().getFirst().type();
    }
}
