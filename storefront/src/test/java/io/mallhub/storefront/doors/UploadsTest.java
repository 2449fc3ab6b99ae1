package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.DocumentView;
import io.mallhub.customer.Registrations;
import io.mallhub.fixture.Files;
import io.mallhub.identity.BuyerView;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.Rows;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Papers as applicants and attackers upload them. */
@StorefrontTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsTest {
    private static final String DOOR = "/registration/documents";
    @Autowired Companies companies;
    @Autowired Registrations registrations;
    @Autowired Rows rows;
    @LocalServerPort int port;
    private BuyerView applicant;
    private Visitor browser;

    @BeforeAll
    void anApplicantAtWork() {
        applicant = companies.anApplicant();
        browser = Visitor.signedIn(port, applicant);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of(
                        "page.pdf",
                        text("<html><script>alert(1)</script></html>"),
                        "只接受 PDF、JPEG、PNG 文件"),
                Arguments.of(
                        "picture.svg",
                        text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                        "只接受 PDF、JPEG、PNG 文件"),
                Arguments.of(
                        "archive.pdf",
                        text("PK\u0003\u0004 zip in the name of a pdf"),
                        "只接受 PDF、JPEG、PNG 文件"),
                Arguments.of("program.pdf", text("MZ\u0090 program"), "只接受 PDF、JPEG、PNG 文件"),
                Arguments.of(
                        "two.pdf",
                        joined(Files.pdf("a"), text("PK\u0005\u0006" + "\0".repeat(18))),
                        "文件同时是另一种格式，不予接受"),
                Arguments.of(
                        "script.pdf",
                        text("%PDF-1.4\n<script>alert(1)</script>\nstartxref\n9\n%%EOF"),
                        "文件同时是另一种格式，不予接受"),
                Arguments.of(
                        "active.pdf", Files.pdf("x) Tj /JavaScript (y"), "PDF 含有脚本或嵌入内容，请重新扫描"),
                Arguments.of("half.png", half(Files.png(300, 300)), "文件已损坏，请重新上传"),
                Arguments.of("half.pdf", half(Files.pdf("half")), "文件已损坏，请重新上传"),
                Arguments.of("bomb.png", aPixelBomb(), "图片尺寸过大"),
                Arguments.of("empty.pdf", new byte[0], "文件为空"),
                Arguments.of("large.pdf", new byte[11 << 20], "文件超过 10 MB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aFileThatIsNoPaperIsRefusedWithWords(String name, byte[] content, String words) {
        Map<String, String> before = rows.all();

        Answer answer = browser.upload(DOOR, Caller.A_DOCUMENT, name, content);

        assertThat(browser.wordsAfter(answer)).contains("alert-danger", words);
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void aFileFarBeyondTheLimitIsNotEvenReadAndTheAnswerSaysSo() {
        Map<String, String> before = rows.all();

        Answer answer = browser.upload(DOOR, Caller.A_DOCUMENT, "huge.pdf", new byte[30 << 20]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("上传的文件过大", "10 MB");
        assertThat(rows.all()).isEqualTo(before);
    }

    static Stream<Arguments> badStatements() {
        return Stream.of(
                Arguments.of("document", "", "必填"),
                Arguments.of("document", "PASSPORT", "格式不正确"),
                Arguments.of("number", "", "必填"),
                Arguments.of("number", "9".repeat(101), "内容过长"),
                Arguments.of("issuer", "", "必填"),
                Arguments.of("validUntil", "tomorrow", "格式不正确"),
                Arguments.of("issuedOn", "2026-02-31", "格式不正确"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("badStatements")
    void aWrongStatementIsNamedAtItsField(String field, String value, String words) {
        Map<String, String> fields = new HashMap<>(Caller.A_DOCUMENT);
        fields.put(field, value);
        Map<String, String> before = rows.all();

        Answer answer = browser.upload(DOOR, fields, "a.pdf", Files.pdf("a"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("is-invalid", words);
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void whatWasTypedBesideAWrongStatementIsStillThere() {
        Map<String, String> fields = new HashMap<>(Caller.A_DOCUMENT);
        fields.put("validUntil", "tomorrow");
        fields.put("scope", "PRESCRIPTION");

        Answer answer = browser.upload(DOOR, fields, "a.pdf", Files.pdf("a"));

        assertThat(answer.body())
                .containsPattern("<input[^>]*value=\"PRESCRIPTION\"[^>]*checked")
                .contains("value=\"tomorrow\"", fields.get("number"));
    }

    static Stream<Arguments> impossibleStatements() {
        return Stream.of(
                Arguments.of("scope", "ANYTHING", "经营范围代码无法识别"),
                Arguments.of("issuedOn", "2029-01-01", "有效期早于发证日期"),
                Arguments.of("issuedOn", "0001-01-01", "日期不合理"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("impossibleStatements")
    void anImpossibleStatementIsRefusedWithWords(String field, String value, String words) {
        Map<String, String> fields = new HashMap<>(Caller.A_DOCUMENT);
        fields.put(field, value);
        Map<String, String> before = rows.all();

        Answer answer = browser.upload(DOOR, fields, "a.pdf", Files.pdf("a"));

        assertThat(browser.wordsAfter(answer)).contains("alert-danger", words);
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void anExpiredLicenceIsTakenInForTheReviewerButOpensNothing() {
        Map<String, String> fields = new HashMap<>(Caller.A_DOCUMENT);
        fields.put("document", "DRUG_DISTRIBUTION_LICENCE");
        fields.put("scope", "PRESCRIPTION");
        fields.put("issuedOn", "2015-01-01");
        fields.put("validUntil", "2020-01-01");

        Answer answer = browser.upload(DOOR, fields, "old.pdf", Files.pdf("old licence"));

        String page = browser.wordsAfter(answer);
        assertThat(page).contains("2020-01-01").contains("text-red");
        assertThat(browser.get("/company").body()).contains("资质审核通过后开放");
    }

    static Stream<Arguments> oddNames() {
        return Stream.of(
                Arguments.of("../../../etc/passwd.pdf", "passwd.pdf"),
                Arguments.of("..\\\\..\\\\windows\\\\win.ini", "win.pdf"),
                Arguments.of("<img src=x onerror=alert(1)>.pdf", "img src=x onerror=alert(1).pdf"),
                Arguments.of("licence.php.pdf", "licence.php.pdf"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddNames")
    void aNameLosesWhatItCouldDoHarmWith(String sent, String kept) {
        Answer answer = browser.upload(DOOR, Caller.A_DOCUMENT, sent, Files.pdf("named"));

        assertThat(browser.wordsAfter(answer))
                .contains("alert-success")
                .doesNotContain("<img src=x");
        assertThat(current().fileName()).isEqualTo(kept);
        Answer file = browser.get(DOOR + "/" + current().id());
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment")
                .doesNotContain("..", "/e");
    }

    private DocumentView current() {
        ApplicationView application =
                registrations.applicationOf(applicant.company()).orElseThrow();
        return application.documents().stream()
                .filter(DocumentView::current)
                .filter(it -> it.data().type() == DocumentType.QUALITY_AGREEMENT)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] half(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    /** A small file whose head claims 30,000 × 30,000 pixels. */
    private static byte[] aPixelBomb() {
        byte[] png = Files.png(10, 10);
        java.nio.ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        java.util.zip.CRC32 check = new java.util.zip.CRC32();
        check.update(png, 12, 17);
        java.nio.ByteBuffer.wrap(png).putInt(29, (int) check.getValue());
        return png;
    }
}
