import Foundation
import NIOHTTP1
import TestSupport
import Testing

@testable import SiteServer

@Suite struct ResponderTests {
    private let folder: TemporaryDirectory
    private let responder: Responder

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("<html><body>front</body></html>", to: "public/index.html")
        try folder.write("<html><body>nothing</body></html>", to: "public/404.html")
        try folder.write("a{}", to: "public/style.css")
        try folder.write("<feed/>", to: "public/2026/11/23/atom.xml")
        try folder.write("day", to: "public/2026/11/23/index.html")
        try folder.write("hidden", to: "public/.broadsheet.json")
        try folder.write("spaced", to: "public/a b.txt")
        try folder.write("SECRET", to: "secret.txt")
        try folder.write("SECRET", to: "public-not/secret.txt")
        let site = folder.path("public")
        for (link, target) in [
            ("link.txt", "../secret.txt"), ("out", ".."), ("inside.txt", "style.css"), ("2026/up", "../../.."),
            ("absolute", folder.path("secret.txt")),
        ] {
            try FileManager.default.createSymbolicLink(atPath: site + "/" + link, withDestinationPath: target)
        }
        mkfifo(site + "/pipe", 0o600)
        responder = Responder(folder: SiteFolder(path: site), reload: nil)
    }

    private func answer(
        _ target: String, _ method: HTTPMethod = .GET, _ headers: [String: String] = [:],
        host: String? = "127.0.0.1:8000"
    ) -> Answer {
        var fields = HTTPHeaders(headers.map { ($0.key, $0.value) })
        if let host { fields.add(name: "host", value: host) }
        return responder.answer(to: HTTPRequestHead(version: .http1_1, method: method, uri: target, headers: fields))
    }

    private func value(_ name: String, _ answer: Answer) -> String? {
        answer.headers.first { $0.name == name }?.value
    }

    @Test(arguments: [
        ("/", "text/html; charset=utf-8", "<html><body>front</body></html>"),
        ("/style.css?v=1", "text/css; charset=utf-8", "a{}"), ("/2026/11/23/", "text/html; charset=utf-8", "day"),
        ("/2026/11/23/atom.xml", "application/atom+xml", "<feed/>"),
        ("/a%20b.txt#x", "text/plain; charset=utf-8", "spaced"),
        ("http://127.0.0.1:8000/style.css", "text/css; charset=utf-8", "a{}"),
        ("HTTP://127.0.0.1", "text/html; charset=utf-8", "<html><body>front</body></html>"),
    ])
    func aFileIsServedWithItsType(target: String, type: String, body: String) {
        let answer = answer(target)
        #expect(answer.status == .ok)
        #expect(value("content-type", answer) == type)
        #expect(String(decoding: answer.body, as: UTF8.self) == body)
    }

    static let attacks = [
        "/../secret.txt", "/..", "/../", "/../../../../../../etc/passwd", "/2026/../../secret.txt", "/./../secret.txt",
        "/%2e%2e/secret.txt", "/%2E%2E/secret.txt", "/.%2e/secret.txt", "/%2e./secret.txt", "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt", "/2026%2f..%2f..%2fsecret.txt", "/%2fetc%2fpasswd", "//etc/passwd", "///etc/passwd",
        "/..\\secret.txt", "/..%5csecret.txt", "/%5c..%5csecret.txt", "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt",
        "/%25252e%25252e/secret.txt", "/%c0%ae%c0%ae/secret.txt", "/%e0%80%ae%e0%80%ae/secret.txt", "/..;/secret.txt",
        "/index.html%00.txt", "/%00", "/../secret.txt%00.html", "/link.txt", "/out/secret.txt", "/out/",
        "/2026/up/secret.txt",
        "/absolute", "/inside.txt", "/pipe", "/.broadsheet.json", "/%2ebroadsheet.json", "/public-not/secret.txt",
        "/../public-not/secret.txt", "http://127.0.0.1/../secret.txt", "http://evil.example/../../secret.txt",
        "file:///etc/passwd", "file:///", "*", "", "secret.txt", "../secret.txt", "/%", "/%2", "/%zz",
        "/%u002e%u002e/secret.txt",
        "/\u{FF0E}\u{FF0E}/secret.txt", "/..%00/secret.txt", "/..%0d%0asecret.txt", "/~root/", "/$HOME/secret.txt",
        "/C:/secret.txt", "/proc/self/environ", "/index.html/../../secret.txt", "/index.html/", "/index.html/x",
        "/2026/11/23/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt", "/...//...//secret.txt",
    ]

    @Test(arguments: attacks) func noPathLeadsOut(target: String) {
        for headers in [[:], ["x-original-url": "/../secret.txt"]] {
            let answer = answer(target, .GET, headers)
            #expect([400, 404].contains(answer.status.code), "\(answer.status)")
            let body = String(decoding: answer.body, as: UTF8.self)
            #expect(!body.contains("SECRET") && !body.contains("root:") && !body.contains("hidden"))
        }
    }

    @Test func aPathThatIsTooLongIsNotLookedFor() {
        #expect(answer("/" + String(repeating: "a", count: 5000)).status == .uriTooLong)
        #expect(answer("/" + String(repeating: "a", count: 300)).status == .notFound)
        #expect(answer("/" + String(repeating: "a/", count: 900)).status == .notFound)
        #expect(answer(String(repeating: "/..", count: 600) + "/etc/passwd").status == .notFound)
    }

    @Test func whatIsMissingGetsThePageOfTheSite() {
        let answer = answer("/nothing")
        #expect(answer.status == .notFound)
        #expect(String(decoding: answer.body, as: UTF8.self).contains("nothing"))
    }

    @Test(arguments: [("/2026/11/23", "./23/"), ("/2026?a=b", "./2026/?a=b")])
    func aFolderIsAskedForWithASlash(target: String, location: String) {
        let answer = answer(target)
        #expect(answer.status == .movedPermanently)
        #expect(value("location", answer) == location)
    }

    @Test func whatHasNotChangedIsNotSentAgain() throws {
        let first = answer("/style.css")
        let (tag, date) = (try #require(value("etag", first)), try #require(value("last-modified", first)))
        for headers in [
            ["if-none-match": tag], ["if-none-match": "\"x\", W/\(tag)"], ["if-none-match": "*"],
            ["if-modified-since": date],
        ] {
            let answer = answer("/style.css", .GET, headers)
            #expect(answer.status == .notModified, "\(headers)")
            #expect(answer.body.isEmpty)
        }
        for headers in [
            ["if-none-match": "\"x\""], ["if-none-match": "\"x\"", "if-modified-since": date],
            ["if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT"], ["if-modified-since": "yesterday"],
        ] {
            #expect(answer("/style.css", .GET, headers).status == .ok, "\(headers)")
        }
    }

    @Test func onlyReadingIsAllowed() {
        #expect(answer("/", .HEAD).status == .ok)
        for method in [HTTPMethod.POST, .PUT, .DELETE, .OPTIONS, .TRACE, .CONNECT] {
            let answer = answer("/", method)
            #expect(answer.status == .methodNotAllowed)
            #expect(value("allow", answer) == "GET, HEAD")
        }
    }

    @Test(arguments: ["localhost:8000", "LOCALHOST", "[::1]:8000", "127.0.0.1", "news.localhost:1"])
    func loopbackIsAnswered(host: String) {
        #expect(answer("/", host: host).status == .ok)
    }

    @Test(arguments: ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", nil] as [String?])
    func aForeignNameIsNot(host: String?) {
        #expect(answer("/", host: host).status == .misdirectedRequest)
    }

    @Test func watchedPagesLoadThemselvesAnew() throws {
        try folder.write(
            "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"></head><body>a</body></html>",
            to: "public/page.html")
        let reload = PageReload()
        let watching = Responder(folder: SiteFolder(path: folder.path("public")), reload: reload)
        let ask = { (target: String) in
            String(
                decoding: watching.answer(
                    to: HTTPRequestHead(
                        version: .http1_1, method: .GET, uri: target, headers: HTTPHeaders([("host", "localhost")]))
                ).body, as: UTF8.self)
        }
        let page = ask("/page.html")
        #expect(page.contains("location.reload()") && page.hasSuffix("</body></html>"))
        #expect(!page.contains("Content-Security-Policy"))
        let before = ask(PageReload.path)
        reload.renew()
        #expect(ask(PageReload.path) != before)
        #expect(ask("/style.css") == "a{}")
        #expect(answer(PageReload.path).status == .notFound, "nobody watches")
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (1_709_164_799, "Wed, 28 Feb 2024 23:59:59 GMT"),
    ])
    func datesHaveTheirFixedForm(seconds: Int, text: String) {
        #expect(HTTPDate.text(seconds) == text)
        #expect(HTTPDate.seconds(text) == seconds)
        #expect(HTTPDate.seconds(text.replacing("GMT", with: "UTC")) == nil)
    }
}
