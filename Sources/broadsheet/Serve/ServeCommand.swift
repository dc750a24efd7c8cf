import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Settings
import SiteServer

/// `broadsheet serve`: a site on loopback, to look at.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve a site on this machine, to look at.",
        discussion: """
            Serves the output of the configuration, or a folder such as that of `run --preview`, at \
            http://127.0.0.1:8000/ until interrupted. With --watch the newest edition is rendered from a copy of the \
            state, again whenever the configuration or a template changes, and pages load themselves anew; site and \
            state stay as they are.

            Examples:
              broadsheet serve
              broadsheet serve --watch --port 0
            """)

    @Argument(help: "The folder of a site (default: the output of the configuration).")
    var directory: String?

    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var file = "broadsheet.yml"

    @Option(
        name: .long, help: "The port; 0 for any that is free (default: 8000).",
        transform: BoundedNumber.read(0...65_535))
    var port = 8000

    @Flag(name: .long, help: "Render again on changes of the configuration and the templates.")
    var watch = false

    func validate() throws {
        if watch, directory != nil {
            throw ValidationError("--watch renders from the configuration; leave out the folder, or --watch.")
        }
    }

    func run() async throws {
        if watch {
            try await serveRendering()
        } else {
            try await serve(folder: try site())
        }
    }

    private func site() throws -> String {
        let path =
            try directory.map { URL(filePath: $0).standardizedFileURL.path }
            ?? ConfigurationOptions.settings(in: file).output
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure(
                sentence: "There is no site in \(path); `broadsheet run` makes one, or name its folder.",
                code: ExitCodes.failed)
        }
        return path
    }

    private func serve(folder: String) async throws {
        let server = try await start(folder, reload: nil)
        try Console.say("Serving \(folder) at http://127.0.0.1:\(server.port)/ – Ctrl-C ends it.")
        await Interrupt.wait()
        await server.stop()
    }

    private func serveRendering() async throws {
        let rendering = try await SiteRendering.first(of: file)
        let reload = PageReload()
        let server: SiteServer
        do {
            server = try await start(rendering.site, reload: reload)
            try Console.say(
                "Serving the edition of \(rendering.date) at http://127.0.0.1:\(server.port)/, watching "
                    + "\(rendering.watched.joined(separator: ", ")) – Ctrl-C ends it.")
        } catch {
            rendering.remove()
            throw error
        }
        let watching = Task { await Watching(file: file, server: server, reload: reload).run(from: rendering) }
        await Interrupt.wait()
        watching.cancel()
        await watching.value
        await server.stop()
    }

    private func start(_ folder: String, reload: PageReload?) async throws -> SiteServer {
        do {
            return try await SiteServer.start(folder: folder, port: port, reload: reload)
        } catch {
            throw CommandFailure(sentence: error.description, code: ExitCodes.failed)
        }
    }
}

/// The signals by which a person or a supervisor ends what waits.
enum Interrupt {
    /// Returns when one of them has come.
    static func wait() async {
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
        for await _ in signals { break }
        sources.forEach { $0.cancel() }
    }
}
