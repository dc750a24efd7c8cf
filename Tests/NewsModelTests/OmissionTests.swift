import Foundation
import NewsModel
import TestSupport
import Testing

@Suite struct OmissionTests {
    private static func leftOut(_ number: Int, _ reason: Edition.LeftOut.Reason) -> Edition.LeftOut {
        .init(
            story: Story(
                id: StoryID(rawValue: "\(number)"), source: "paper", key: "paper.example/\(number)",
                link: "https://paper.example/\(number)", title: "Story \(number)", firstSeen: .distantPast,
                summary: Markup(.text, "text"), content: Markup(.text, "more")),
            reason: reason, detail: "6", score: 1 / Double(number + 1))
    }

    @Test(arguments: [Omission.mostNamed, Omission.mostNamed + 1])
    func namesTheFirstOfEachReasonWithoutTheirTexts(count: Int) throws {
        let omissions = Omission.all(of: (0..<count).map { Self.leftOut($0, .perSource) })
        let omission = try #require(omissions.first)
        #expect(omissions.count == 1)
        #expect(omission.count == count)
        #expect(omission.named.map(\.story.title) == (0..<Omission.mostNamed).map { "Story \($0)" })
        #expect(omission.named.allSatisfy { $0.story.summary == nil && $0.story.content == nil })
    }

    @Test func namesOneOfTheTellingsOfAStory() {
        var again = Self.leftOut(1, .stories)
        again.score = 1
        let omissions = Omission.all(of: [Self.leftOut(0, .stories), again, Self.leftOut(2, .stories)])
        #expect(omissions.map(\.count) == [3])
        #expect(omissions.flatMap(\.named).map(\.story.title) == ["Story 0", "Story 2"])
    }

    @Test func countsWithoutNamesWhatIsNotToBeSeen() {
        let leftOut = [Self.leftOut(0, .filtered), Self.leftOut(1, .muted), Self.leftOut(2, .muted)]
        #expect(
            Omission.all(of: leftOut) == [
                Omission(reason: .muted, count: 2, named: []), Omission(reason: .filtered, count: 1, named: []),
            ])
    }

    @Test func saysNothingOfWhatWasTold() {
        #expect(Omission.all(of: [Self.leftOut(0, .told), Self.leftOut(1, .repeated)]).allSatisfy { !$0.isMissed })
    }
}
