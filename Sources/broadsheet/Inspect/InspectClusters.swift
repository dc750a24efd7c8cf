import ArgumentParser
import Curation
import Foundation
import NewsModel
import WebText

/// `inspect clusters`: which headlines of a table are the same story.
struct InspectClusters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clusters",
        abstract: "Print which headlines are the same story.",
        discussion: """
            Reads a table of tab-separated columns with the header “id published url source title summary” and prints \
            “id<TAB>cluster” for every row, the cluster being the id of its lead.
            """
    )

    @Argument(help: "The table, in UTF-8; dates as in RFC 3339 or empty.")
    var file: String

    @Option(help: "How alike headlines must be: strict, normal, loose or off.")
    var clustering = "normal"

    func validate() throws {
        guard RankingPolicy.Clustering(rawValue: clustering) != nil else {
            throw ValidationError("“\(clustering)” is no clustering; use strict, normal, loose or off.")
        }
    }

    func run() throws {
        let tellings = try HeadlineTable(contentsOf: file).tellings
        let policy = RankingPolicy.Clustering(rawValue: clustering) ?? .normal
        var answer = [Int](repeating: 0, count: tellings.count)
        for group in Clustering.groups(of: tellings, policy: policy) {
            for member in group.members { answer[member] = group.members[0] }
        }
        var output = ""
        for (place, lead) in answer.enumerated() { output += "\(tellings[place].id)\t\(tellings[lead].id)\n" }
        print(TerminalText.safe(output), terminator: "")
    }
}
