import ArgumentParser
import Curation
import Foundation
import NewsModel

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
        let documents = try HeadlineTable(contentsOf: file).documents
        let policy = RankingPolicy.Clustering(rawValue: clustering) ?? .normal
        let clusters = Clustering.result(of: documents, policy: policy).clusters
        let leads = Dictionary(
            clusters.flatMap { cluster in cluster.documents.map { (ObjectIdentifier($0), cluster.documents[0]) } },
            uniquingKeysWith: { first, _ in first })
        var output = ""
        for document in documents {
            let lead = leads[ObjectIdentifier(document)] ?? document
            output += "\(document.story.id.rawValue)\t\(lead.story.id.rawValue)\n"
        }
        print(TerminalText.safe(output), terminator: "")
    }
}
