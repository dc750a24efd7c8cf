import Foundation
import NewsModel
import WebText

/// What servers put into the addresses that they redirect to: as secret as what they were asked with, but chosen by them,
/// so that it must cost nobody else a word.
enum LearnedSecrets {
    /// What of an address counts in the texts and reports of the source that was led to it.
    static func all(in addresses: [String?], of source: Source) -> [Secret] {
        Set(addresses.compactMap { $0 }).subtracting([source.provider.address]).sorted()
            .flatMap { AddressSecrets.all(in: $0) }
    }

    /// The same of all the addresses that redirects led a source to, now and before.
    static func all(of visit: SourceVisit, _ memory: SourceMemory?, _ source: Source) -> [Secret] {
        let known = [
            visit.permanentRedirect, visit.validators?.url, memory?.permanentRedirect?.url, memory?.validators?.url,
        ]
        return all(in: known + Array(visit.redirects), of: source)
    }

    /// What the whole site is searched for besides: what was learned of a source, is made up beyond doubt as a whole,
    /// and is in nothing that others said.
    static func onTheWholeSite(_ learned: [SourceID: [Secret]], beside stories: [Story]) -> [Secret] {
        let tokens = learned.mapValues { secrets in
            Set(secrets.map { $0.reveal() }.filter { SecretShape.isToken($0) }.map { Secret($0, reach: .wholly) })
        }
        var all = Set(tokens.values.flatMap { $0 })
        guard !all.isEmpty else { return [] }
        let redactor = Redactor(secrets: all)
        for story in stories {
            let said = [story.id.description, story.title, story.link?.text, story.image?.text, story.discussion?.text]
                .compactMap { $0 }
            for text in said where redactor.finds(in: text) {
                let others = all.subtracting(tokens[story.source] ?? [])
                all.subtract(others.filter { Redactor(secrets: [$0]).finds(in: text) })
            }
        }
        return Array(all)
    }
}

extension Feed {
    /// Where it was asked for: what redirects named, and what answered.
    var addresses: [String] { redirects.sorted() + [address].compactMap { $0 } }
}

extension SourceReport {
    /// Whatever a report says leaves the program: secrets are taken out of it here, and then what a server made of its
    /// words, since they go to terminals too: it is one line without control characters, and no longer than is read.
    ///
    /// Of a private source its host goes as well.
    func redacted(by redactor: Redactor, of source: Source? = nil) -> SourceReport {
        var report = self
        let host = source.flatMap { $0.isPrivate ? PublishedAddress.host(of: $0.provider.address) : nil }
        let said: (String) -> String = { text in
            let line = redactor.said(text)
            return PlainText.message(host.map { Self.hiding($0, in: line) } ?? line)
        }
        report.detail = report.detail.map(said)
        report.advice = report.advice.map(said)
        report.warnings = report.warnings.map(said)
        return report
    }

    /// Without a host, in whatever letters; one of IPv6 stands in brackets or without.
    private static func hiding(_ host: String, in line: String) -> String {
        guard !host.isEmpty else { return line }
        return ["[\(host)]", host].reduce(line) { line, host in
            line.replacingOccurrences(of: host, with: Redactor.dots, options: .caseInsensitive)
        }
    }
}
