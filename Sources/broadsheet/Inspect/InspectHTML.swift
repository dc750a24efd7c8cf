import ArgumentParser
import Foundation
import NewsModel
import Publishing
import WebText

/// `broadsheet inspect html`: the sanitised form of the HTML on standard input.
struct InspectHTML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "html", abstract: "Sanitise the HTML on standard input.")

    @Option(name: .long, help: "The address that relative links are relative to.")
    var url: String?

    func run() throws {
        let input = try FileHandle.standardInput.readToEnd() ?? Data()
        let markup = Markup(.html, String(decoding: input, as: UTF8.self), base: url)
        let reach = HostReach(ofSourceAt: url ?? "", allowsPrivate: true)
        Console.say(Sanitiser.html(markup, reach: reach).html)
    }
}
