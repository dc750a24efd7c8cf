import NIOCore
import Testing
import WebText

@testable import HTTPTransport

@Suite struct AddressPolicyTests {
    @Test(arguments: [
        "http://127.0.0.1/", "http://10.1.2.3/feed", "http://172.16.0.0/", "http://172.31.255.255/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest", "http://100.64.0.0/", "http://100.127.255.255/", "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://[::1]/", "http://[::]/",
        "http://[fe80::1]/", "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::10.0.0.1]/",
        "http://[2002:7f00:1::]/", "http://[::7f00:1]/", "http://[::ffff:0:127.0.0.1]/", "http://[64:ff9b:1::808:808]/",
        "http://168.63.129.16/", "http://[3fff::1]/", "http://%31%32%37.0.0.1/", "http://１２７.0.0.1/",
        "http://127.1/", "http://reader@127.0.0.1/", "http://127.0.0.1./", "http://paper.example:0/",
        "http://192.88.99.1/", "http://[5f00::1]/", "http://[100:0:0:1::1]/",
        "ftp://paper.example/", "file:///etc/passwd", "//paper.example/", "http://", "http:///rss",
    ])
    func whatIsPrivateOrNoWebAddressIsRefused(url: String) {
        #expect(throws: AddressRefusal.self) { try AddressPolicy(allowsPrivate: false).judge(url: url) }
    }

    @Test(arguments: [
        "http://paper.example/", "https://93.184.216.34/", "https://[2606:2800:220:1::1]/", "http://172.15.255.255/",
        "http://172.32.0.0/",
        "http://100.63.255.255/", "http://100.128.0.0/", "http://9.255.255.255/", "http://126.255.255.255/",
        "http://[64:ff9b::8.8.8.8]/", "http://11.0.0.1:8080/rss?a=b",
    ])
    func whatIsPublicIsAsked(url: String) throws {
        try AddressPolicy(allowsPrivate: false).judge(url: url)
    }

    @Test func theUserMayAllowPrivateOnesButNoOtherScheme() throws {
        let policy = AddressPolicy(allowsPrivate: true)
        try policy.judge(url: "http://127.0.0.1:8080/")
        #expect(throws: AddressRefusal.self) { try policy.judge(url: "gopher://paper.example/") }
    }

    @Test func aConnectionIsJudgedByTheAddressItHas() throws {
        let policy = AddressPolicy(allowsPrivate: false)
        let loopback = try SocketAddress(ipAddress: "127.0.0.1", port: 80)
        let elsewhere = try SocketAddress(ipAddress: "93.184.216.34", port: 80)
        // What a name means inside of a network is not told to whom the reports are for.
        #expect(throws: AddressRefusal.leadsToPrivateAddress) {
            try policy.judge(connection: loopback, of: "paper.example")
        }
        try policy.judge(connection: elsewhere, of: "paper.example")
    }

    @Test(arguments: [
        "localhost", "db.internal", "printer.local", "Router.Home.Arpa", "localhost.", "router", "nas.lan",
    ])
    func throughAProxyPrivateNamesAreRefused(name: String) {
        #expect(throws: AddressRefusal.self) {
            try AddressPolicy(allowsPrivate: false).judge(nameThroughProxy: name)
        }
    }
}
