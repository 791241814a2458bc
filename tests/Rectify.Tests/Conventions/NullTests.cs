using System.Reflection;
using System.Runtime.CompilerServices;
using Rectify.Activations;
using Rectify.Health;
using Rectify.Layers;
using Rectify.Training;

namespace Rectify.Tests.Conventions;

/// <summary>Null where none is taken is refused at once, before anything is done, under the name it was given for.</summary>
public sealed class NullTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    // What a workspace calls, a report and a run: each of them has checked what it passes on.
    private static readonly Type[] Called = [typeof(Layer), typeof(IHealthRule), typeof(ITrainingObserver)];

    public static TheoryData<string> Parameters => [.. Taken().Select(Name)];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Null_is_refused_where_it_is_not_taken(string name)
    {
        (MethodBase method, ParameterInfo parameter) = Taken().First(taken => Name(taken) == name);
        object?[] arguments = [.. method.GetParameters().Select(p => p == parameter ? null : Argument(p))];

        Exception said = Assert.Throws<TargetInvocationException>(() => method is ConstructorInfo constructor
            ? constructor.Invoke(arguments)
            : method.Invoke(method.IsStatic ? null : Examples.Of(method.DeclaringType!), arguments)).InnerException!;

        Assert.Equal(parameter.Name, Assert.IsType<ArgumentNullException>(said).ParamName);
    }

    private static IEnumerable<(MethodBase Method, ParameterInfo Parameter)> Taken() =>
        from type in typeof(Activation).Assembly.GetExportedTypes()
        where type.IsClass && !type.IsSubclassOf(typeof(Delegate)) && !type.IsSubclassOf(typeof(Exception))
        from method in Closed(type).GetMembers(Public).OfType<MethodBase>().Select(Closed)
        where !method.IsAbstract && !(method.IsConstructor && type.IsAbstract) && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        where method.IsConstructor ? !IsCarrier(type) : !method.IsSpecialName
        where !IsCalled(method) && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike)
        where method is not MethodInfo { ReturnType.IsByRefLike: true }
        from parameter in method.GetParameters()
        where !parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.NotNull
        select (method, parameter);

    // Records carry what they are made of; who reads it looks.
    private static bool IsCarrier(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsCalled(MethodBase method) => Called.Any(type => type.IsAssignableFrom(method.DeclaringType)
        && type.GetMethods().Any(one => one.Name == method.Name));

    private static object? Argument(ParameterInfo parameter) => parameter.HasDefaultValue && !parameter.ParameterType.IsValueType
        ? parameter.DefaultValue
        : Examples.Of(parameter.ParameterType);

    private static Type Closed(Type type) => type.IsGenericTypeDefinition
        ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(int))])
        : type;

    private static MethodBase Closed(MethodBase method) => method is MethodInfo { IsGenericMethodDefinition: true } generic
        && generic.GetGenericArguments().All(argument => argument.GetGenericParameterConstraints().Length == 0)
        ? generic.MakeGenericMethod([.. generic.GetGenericArguments().Select(_ => typeof(int))])
        : method;

    private static string Name((MethodBase Method, ParameterInfo Parameter) taken)
        => $"{taken.Method.DeclaringType!.Name}.{taken.Method.Name}({string.Join(", ", taken.Method.GetParameters().Select(p
            => p == taken.Parameter ? $"null {p.Name}" : p.Name))})";
}
