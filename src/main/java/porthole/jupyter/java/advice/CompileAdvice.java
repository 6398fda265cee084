package porthole.jupyter.java.advice;

import static porthole.jupyter.java.advice.Rule.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to do about what the compiler does not accept. */
public final class CompileAdvice {
    /** A type as the compiler writes it, without its package. */
    private static final String TYPE = "(?:[a-z_]\\w*\\.)*(\\S+)";

    private static final String FOUND = "prob.found.req";

    private static final List<Rule> RULES = List.of(
            rule("expected", "^'\\)' expected", "compile.parenthesis"),
            rule("expected", "^'\\(' expected", "compile.parenthesis"),
            rule("expected", "^'\\]' expected", "compile.bracket"),
            rule("expected", "^';' expected", "compile.semicolon"),
            rule("expected", "^= expected", "compile.value"),
            rule("expected", "^<identifier> expected", "compile.name"),
            rule("expected2", "'\\(' or '\\['", "compile.new"),
            rule("expected3", "class, interface", "compile.outside"),
            rule("expected4", "class, interface", "compile.outside"),
            rule("unclosed.str.lit", "", "compile.string"),
            rule("unclosed.text.block", "", "compile.textblock"),
            rule("unclosed.char.lit", "", "compile.char"),
            rule("empty.char.lit", "", "compile.char"),
            rule("unclosed.comment", "", "compile.comment"),
            rule("illegal.esc.char", "", "compile.escape"),
            rule("illegal.start.of.expr", "", "compile.expression"),
            rule("illegal.start.of.type", "", "compile.expression"),
            rule("not.stmt", "", "compile.statement"),
            rule("else.without.if", "", "compile.else"),
            rule("catch.without.try", "", "compile.catch"),
            rule("try.without.catch.finally.or.resource.decls", "", "compile.try"),
            rule("orphaned", "(\\S+)", "compile.orphaned"),
            rule("invalid.meth.decl.ret.type.req", "", "compile.returntype"),
            rule("int.number.too.large", "", "compile.large"),
            rule(FOUND, "lossy conversion from double to float", "compile.tofloat"),
            rule(FOUND, "lossy conversion from (\\S+) to (\\S+)", "compile.lossy"),
            rule(FOUND, "types: java\\.lang\\.Object cannot be converted to " + TYPE, "compile.fromobject"),
            rule(FOUND, "java\\.lang\\.String cannot be converted to (?:int|java\\.lang\\.Integer)", "compile.toint"),
            rule(FOUND, "String cannot be converted to (?:double|java\\.lang\\.Double)", "compile.todouble"),
            rule(FOUND, "String cannot be converted to (?:long|java\\.lang\\.Long)", "compile.tolong"),
            rule(FOUND, "String cannot be converted to char", "compile.tochar"),
            rule(FOUND, "types: " + TYPE + " cannot be converted to java\\.lang\\.String$", "compile.tostring"),
            rule(FOUND, "types: (\\S+) cannot be converted to boolean", "compile.toboolean"),
            rule(FOUND, "<(?:null|nulltype)> cannot be converted to (\\S+)", "compile.nullprimitive"),
            rule(FOUND, "void cannot be converted", "compile.void"),
            rule(FOUND, "unexpected return value", "compile.unexpectedreturn"),
            rule(FOUND, "missing return value", "compile.missingvalue"),
            rule(FOUND, "bad return type in (?:a )?lambda", "compile.lambdareturn"),
            rule(FOUND, "inference variable", "compile.inference"),
            rule(FOUND, "types: " + TYPE + " cannot be converted to " + TYPE, "compile.convert"),
            rule("illegal.initializer.for.type", "", "compile.initializer"),
            rule("void.not.allowed.here", "", "compile.void"),
            rule("illegal.start.of.stmt", "", "compile.expression"),
            rule("unreported.exception.need.to.catch.or.throw", "exception " + TYPE + ";", "compile.unreported"),
            rule("unreported.exception.default.constructor", "exception " + TYPE, "compile.unreported"),
            rule("missing.ret.stmt", "", "compile.return"),
            rule("var.might.not.have.been.initialized", "variable (\\S+)", "compile.uninitialized"),
            rule("var.might.already.be.assigned", "variable (\\S+)", "compile.final"),
            rule("unexpected.type", "required: variable", "compile.assigned"),
            rule("unexpected.type", "", "compile.assigned"),
            rule("type.found.req", "found:\\s+(int|long|double|float|char|byte|short|boolean)", "compile.primitive"),
            rule("cant.deref", "(\\S+) cannot be dereferenced", "compile.dereferenced"),
            rule("array.req.but.found", "but (\\S+) found", "compile.array"),
            rule("foreach.not.applicable.to.type", "", "compile.foreach"),
            rule("non-static.cant.be.ref", "non-static \\S+ (\\S+)", "compile.nonstatic"),
            rule("report.access", "(\\S+) has (\\S+) access in " + TYPE, "compile.access"),
            rule("not.def.public.cant.access", "(\\S+) is not public in " + TYPE, "compile.access.package"),
            rule("encl.class.required", "contains " + TYPE + " is required", "compile.enclosing"),
            rule("generic.array.creation", "", "compile.generic.array"),
            rule("illegal.array.creation.both.dimension.and.initialization", "", "compile.array.both"),
            rule("enum.label.must.be", "", "compile.constant"),
            rule("unreachable.stmt", "", "compile.unreachable"),
            rule("cant.assign.val.to.final.var", "variable (\\S+)", "compile.final"),
            rule("cant.assign.val.to.var", "variable (\\S+)", "compile.final"),
            rule("try.resource.may.not.be.assigned", "(\\S+)", "compile.final"),
            rule("cant.ref.non.effectively.final.var", "", "compile.effectively"),
            rule("local.var.accessed.from.icls.needs.final", "", "compile.effectively"),
            rule("already.defined", "variable (\\S+) is", "compile.defined.variable"),
            rule("already.defined", "", "compile.defined"),
            rule("operator.cant.be.applied.1", "operator '\\+'", "compile.operator.plus"),
            rule("operator.cant.be.applied.1", "type:\\s+" + TYPE + ".*type:\\s+" + TYPE, "compile.operator"),
            rule("operator.cant.be.applied", "operator '!'", "compile.operator.not"),
            rule("incomparable.types", ": " + TYPE + " and " + TYPE, "compile.incomparable"),
            rule("cant.infer.local.var.type", "(?:is 'null'|is null)", "compile.var.null"),
            rule("cant.infer.local.var.type", "without initializer", "compile.var.empty"),
            rule("cant.infer.local.var.type", "lambda|method reference", "compile.var.lambda"),
            rule("cant.infer.local.var.type", "array", "compile.var.array"),
            rule("does.not.override.abstract", "method (.+) in " + TYPE, "compile.abstract"),
            rule("abstract.cant.be.instantiated", TYPE + " is abstract", "compile.instantiated"),
            rule("method.does.not.override.superclass", "", "compile.override"),
            rule("cant.inherit.from.final", "final " + TYPE, "compile.inherit"),
            rule("except.never.thrown.in.try", "exception " + TYPE, "compile.never"),
            rule("except.already.caught", "exception " + TYPE, "compile.caught"),
            rule("not.exhaustive", "", "compile.exhaustive"),
            rule("not.exhaustive.statement", "", "compile.exhaustive"),
            rule("duplicate.case.label", "", "compile.case"),
            rule("break.outside.switch.loop", "", "compile.break"),
            rule("ret.outside.meth", "", "compile.returnoutside"),
            rule("preview.feature.disabled", "", "compile.preview"),
            rule("preview.feature.disabled.plural", "", "compile.preview"),
            rule("feature.not.supported.in.source", "-source (\\d+)", "compile.release"),
            rule("feature.not.supported.in.source.plural", "-source (\\d+)", "compile.release"),
            rule("invalid.canonical.constructor.in.record", "stronger access", "compile.canonical"),
            rule("name.clash.same.erasure", "", "compile.erasure"));

    private static final List<String> SYNTAX = List.of(
            "expected",
            "dot.class.expected",
            "premature.eof",
            "illegal.start.of",
            "illegal.char",
            "illegal.esc.char",
            "unclosed.",
            "empty.char.lit",
            "malformed.fp.lit",
            "not.stmt",
            "else.without.if",
            "catch.without.try",
            "orphaned",
            "invalid.meth.decl");

    private static final Pattern APPLIED = Pattern.compile(
            "(\\w+) (\\S+) in \\S+ .*cannot be applied to given types;\\s*required:\\s*(.*?)\\s*found:\\s*(.*?)\\s*reason:",
            Pattern.DOTALL);
    private static final Pattern SUITABLE =
            Pattern.compile("(?:method|constructor) (\\S+?\\([^)]*\\)) is not applicable", Pattern.DOTALL);

    private CompileAdvice() {}

    static List<Rule> rules() {
        return RULES;
    }

    /** One sentence, or none where the compiler's message says it all. */
    public static Optional<String> of(Mistake mistake, DeclaredNames names) {
        String code = mistake.code();
        Optional<String> command = Habits.ofCommand(mistake);
        if (command.isPresent() && (isSyntax(code) || code.startsWith("cant.resolve"))) {
            return command;
        }
        if (isSyntax(code)) {
            Optional<String> habit = Habits.ofLine(mistake);
            if (habit.isPresent()) {
                return habit;
            }
        }
        if (code.startsWith("cant.resolve")) {
            return SymbolAdvice.of(mistake, names);
        }
        return switch (code) {
            case "doesnt.exist" -> SymbolAdvice.ofPackage(mistake, names);
            case "cant.apply.symbol", "cant.apply.symbols" -> overloads(mistake.message());
            case "premature.eof" -> Optional.of(unclosed(mistake.source()));
            case "illegal.char" -> Optional.of(character(mistake.message()));
            default ->
                Rule.first(RULES, code, mistake.message())
                        .map(s -> s.replaceAll("(?<=[<,] ?)(?:[a-z_]\\w*\\.)+(?=[A-Z])", ""));
        };
    }

    /** Whether the compiler could not read the text; what it says beside that is about what it has made of the rest. */
    public static boolean isSyntax(String code) {
        return SYNTAX.stream().anyMatch(code::startsWith);
    }

    /**
     * What to do about a command of a terminal that Java takes for a declaration.
     *
     * @param source the declaration, such as {@code docker ps;}
     */
    public static Optional<String> command(String source) {
        return Habits.ofDeclaration(source);
    }

    /**
     * What to do about a declaration that refers to something missing.
     *
     * @param missing as JShell says it: {@code class Duration}, {@code method area()}, {@code variable n}
     */
    public static Optional<String> missing(String missing, DeclaredNames names) {
        return SymbolAdvice.missing(missing, names);
    }

    /** What probably is a mistake although the compiler accepts it. */
    public static Optional<String> doubtful(String source) {
        String code = Literals.blanked(source);
        Matcher comparison = Pattern.compile("[=!]=").matcher(code);
        while (comparison.find()) {
            String after = source.substring(comparison.end()).stripLeading();
            String before = source.substring(0, comparison.start()).stripTrailing();
            if (after.startsWith("\"") || before.endsWith("\"")) {
                return Optional.of(Rule.SENTENCES.say("doubtful.strings", comparison.group()));
            }
        }
        return Habits.main(source);
    }

    private static Optional<String> overloads(String message) {
        Matcher one = APPLIED.matcher(message);
        if (one.find()) {
            return Optional.of(Rule.SENTENCES.say(
                    "compile.arguments", one.group(2), arguments(one.group(3)), arguments(one.group(4))));
        }
        List<String> all = SUITABLE.matcher(message)
                .results()
                .map(r -> simple(r.group(1)))
                .distinct()
                .limit(8)
                .collect(Collectors.toList());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Rule.SENTENCES.say("compile.overloads", String.join(", ", all)));
    }

    private static String arguments(String types) {
        return types.equals("no arguments") ? "()" : "(" + simple(types) + ")";
    }

    /** Without packages, and without the class before a method's name. */
    private static String simple(String signature) {
        return signature
                .replaceAll("(?<![\\w.])(?:[a-z_]\\w*\\.)+(?=[A-Z])", "")
                .replaceFirst("^[A-Z][\\w.<>]*\\.(?:<\\w+>)?(?=\\w+\\()", "")
                .replaceAll(",(?=\\S)", ", ");
    }

    /** The innermost bracket that is open at the end. */
    private static String unclosed(String source) {
        Deque<Integer> open = new ArrayDeque<>();
        String code = Literals.blanked(source);
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                open.push(i);
            } else if ((c == '}' || c == ')' || c == ']') && !open.isEmpty()) {
                open.pop();
            }
        }
        if (open.isEmpty()) {
            return Rule.SENTENCES.say("compile.end");
        }
        int at = open.pop();
        int from = code.lastIndexOf('\n', at) + 1;
        int to = code.indexOf('\n', at) < 0 ? code.length() : code.indexOf('\n', at);
        return Rule.SENTENCES.say(
                "compile.unclosed",
                code.charAt(at),
                source.substring(from, to).strip(),
                code.charAt(at) == '{' ? "}" : code.charAt(at) == '(' ? ")" : "]");
    }

    /** A sign of a Japanese keyboard or a word processor that stands for one of Java's. */
    private static String character(String message) {
        Matcher matcher = Pattern.compile("\\\\u([0-9a-f]{4})").matcher(message);
        if (!matcher.find()) {
            return Rule.SENTENCES.say("compile.sign");
        }
        char sign = (char) Integer.parseInt(matcher.group(1), 16);
        if (sign == '\u3000' || sign == '\u00a0') {
            return Rule.SENTENCES.say("compile.sign.blank");
        }
        String quotes = "\u201c\u201d\u201e\u201f";
        String plain = sign >= '\uff01' && sign <= '\uff5e'
                ? String.valueOf((char) (sign - 0xfee0))
                : quotes.indexOf(sign) >= 0 ? "\"" : "\u2018\u2019".indexOf(sign) >= 0 ? "'" : "";
        return plain.isEmpty()
                ? Rule.SENTENCES.say("compile.sign")
                : Rule.SENTENCES.say("compile.sign.wide", sign, plain);
    }
}
