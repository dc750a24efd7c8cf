import Testing

@testable import Fetching

@Suite struct OpenFileLimitTests {
    @Test(arguments: [
        (512, 768, 512), (512, 767, 511), (512, 1024, 512), (4096, 1024, 768), (4096, 512, 256), (512, 300, 150),
        (512, 2, 1), (512, 0, 1),
    ])
    func asManyConnectionsAsThereAreFilesForThem(wanted: Int, limit: UInt, expected: Int) {
        #expect(OpenFileLimit.room(for: wanted, limit: limit) == expected)
    }

    @Test func theLimitIsRaisedAsFarAsItMayBe() {
        let room = OpenFileLimit.makeRoom(forConnections: 16)
        #expect(room == 16)
    }
}
