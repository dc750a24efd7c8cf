import NewsModel
import Testing

@testable import Settings

@Suite struct NotifyTests {
    private func webhook(_ text: String) throws -> WebhookTarget? {
        guard case .webhook(let webhook)? = try Sample.settings("notify: [{webhook: \(text)}]").notify.first else {
            return nil
        }
        return webhook
    }

    @Test func aWebhookHearsOfEditionsUnlessItSaysOtherwise() throws {
        #expect(try webhook("{url: 'https://a.example/'}")?.events == [.edition])
        #expect(try webhook("{url: 'https://a.example/', on: broken}")?.events == [.broken])
        #expect(try webhook("{url: 'https://a.example/', on: [broken, recovered]}")?.events == [.broken, .recovered])
        #expect(try webhook("{url: 'https://a.example/', format: slack}")?.format == .slack)
    }

    @Test func aHeartbeatIsAnAddress() throws {
        let settings = try Sample.settings("notify: [{heartbeat: 'https://beat.example/x'}]\nnotify-deadline: 3s")
        #expect(settings.notify == [.heartbeat(url: "https://beat.example/x")])
        #expect(settings.notifyDeadline == .seconds(3))
    }

    @Test(arguments: [
        ("fail-on: 'quorum:30%,dead:7'", FailurePolicy([.quorum(0.3), .dead(7)])),
        ("fail-on: [any, 'dead:2']", FailurePolicy([.any, .dead(2)])), ("fail-on: none", .none),
        ("title: A", .standard),
    ])
    func whatARunMindsIsReadAsOnTheCommandLine(line: String, policy: FailurePolicy) throws {
        #expect(try Sample.settings(line).failOn == policy)
    }

    @Test(arguments: [
        ("notify: [{webhook: {url: 'https://a.example/', on: brocken}}]", "did you mean `broken`?"),
        ("notify: [{webhook: {url: 'https://a.example/', on: []}}]", "names no event"),
        ("notify: [{webhook: {url: 'https://a.example/', format: teams}}]", "one of"),
        ("notify: [{webhook: {url: 'https://a.example/', template: nowhere.json}}]", "nowhere.json"),
        ("notify: [{heartbeat: 'ftp://a.example/'}]", "heartbeat"), ("fail-on: sometimes", "`fail-on` is"),
        ("fail-on: 'ded:3'", "did you mean `dead:3`?"),
    ])
    func mistakesAreExplained(line: String, words: String) {
        let mistakes = Sample.mistakes(in: line)
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.contains(words) == true, "\(mistakes)")
    }
}
