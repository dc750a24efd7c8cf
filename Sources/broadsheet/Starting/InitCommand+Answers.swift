import Foundation
import NewsModel
import ProjectFiles
import Settings
import Subscriptions

/// What a project is told by flags, or by whoever sits before the terminal.
extension InitCommand {
    struct Answers {
        var title: String
        var url: String?
        var timeZone: String
        var feeds: [NewSource]
        /// Pages or feeds, of which the feeds are looked for once the file is there.
        var pages: [String] = []
        /// What the configuration says that is there already; `nil` where none is.
        var settings: Settings?
    }

    /// What flags say, and on a terminal the answers to what they leave open.
    func answered(for place: String) throws -> Answers {
        let zone = TimeZone.current.identifier == "GMT" ? "UTC" : TimeZone.current.identifier
        var answers = Answers(
            title: title ?? "Broadsheet", url: url, timeZone: timezone ?? zone, feeds: try feeds(feed))
        if let list { answers.feeds += try imported(list, besides: answers.feeds.map(\.address)) }
        guard Questions.canAsk else { return answers }
        try check(answers, place)
        if title == nil {
            ask("What is the site called?", standard: answers.title, place, &answers) { $0.title = $1 }
        }
        if timezone == nil {
            ask("In which time zone?", standard: answers.timeZone, place, &answers) { $0.timeZone = $1 }
        }
        if url == nil {
            ask("Where will it be published (empty: not yet known)?", standard: "", place, &answers) {
                $0.url = $1.isEmpty ? nil : $1
            }
        }
        if feed.isEmpty, list == nil { askForPages(&answers) }
        return answers
    }

    /// Asks until the configuration takes the answer, so that a mistake is told while it can be mended. The standard is
    /// taken as it is: it is the answer of a terminal that was closed.
    private func ask(
        _ question: String, standard: String, _ place: String, _ answers: inout Answers,
        _ keep: (inout Answers, String) -> Void
    ) {
        while true {
            let answer = Questions.ask(question, standard: standard)
            var told = answers
            keep(&told, answer)
            guard answer != standard, let mistakes = mistakes(in: told, place) else {
                answers = told
                return
            }
            Console.complain(mistakes)
        }
    }

    private func askForPages(_ answers: inout Answers) {
        while true {
            let text = Questions.ask("The address of a page or feed to read (empty: no more)?", standard: "")
            if text.isEmpty { return }
            do throws(CommandFailure) {
                answers.pages += try feeds([text]).map(\.address)
            } catch {
                Console.complain(error.sentence)
            }
        }
    }

    /// What the configuration says that is there already.
    /// - Throws: where flags say something else, since it stays as it is.
    func kept(_ place: String) throws -> Answers {
        let flags = flagsOfConfiguration
        guard flags.isEmpty else {
            throw CommandFailure(
                sentence: "\(shown("broadsheet.yml")) is there already and stays as it is: leave out "
                    + "\(flags.joined(separator: ", ")), and change that file (`broadsheet add` and `import` add feeds).",
                code: ExitCodes.usage)
        }
        let settings = try ConfigurationOptions.settings(in: place + "/broadsheet.yml")
        let zone = settings.site.timeZone.identifier
        return Answers(
            title: settings.site.title, url: settings.site.url, timeZone: zone == "GMT" ? "UTC" : zone, feeds: [],
            settings: settings)
    }

    /// The flags that were given and that only a new configuration has a place for.
    private var flagsOfConfiguration: [String] {
        [
            ("--title", title != nil), ("--url", url != nil), ("--timezone", timezone != nil),
            ("--language", language != nil), ("--feed", !feed.isEmpty), ("--import", list != nil),
        ].filter(\.1).map(\.0)
    }

    private func feeds(_ addresses: [String]) throws(CommandFailure) -> [NewSource] {
        try addresses.map { written throws(CommandFailure) in
            do throws(MendedAddress.Failure) {
                let address = try MendedAddress(written).text
                return NewSource(feed: address, isPrivate: PrivateFeed.isLikely(address))
            } catch {
                throw CommandFailure(sentence: "\(written) is no feed: \(error.reason).", code: ExitCodes.usage)
            }
        }
    }

    private func imported(_ list: String, besides known: [String]) throws -> [NewSource] {
        let read = try ListFile(list).read(besides: known)
        ImportRemarks(file: list, showsAll: false).sayAll(read.remarks)
        return read.subscriptions.filter { ConfigurationFile.mistake(inAddress: $0.address) == nil }
            .map { NewSource($0) }
    }
}
